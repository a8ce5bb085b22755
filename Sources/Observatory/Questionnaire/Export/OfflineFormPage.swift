/// Looks and program of the offline form. It asks nothing of a network, and everything it shows is put in as text, never as markup.
enum OfflineFormPage {
    static let style = #"""
        :root { --ink: #1b1f24; --dim: #4a5460; --line: #9aa4ae; --accent: #0b4f8a; --paper: #ffffff; --soft: #f2f5f8; --bad: #9b1c1c; }
        * { box-sizing: border-box; }
        body { font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif; color: var(--ink); background: var(--paper);
          max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
        h2 { font-size: 1.2rem; margin: 0 0 .5rem; }
        .round, .hint, #progress { color: var(--dim); margin: .2rem 0; }
        .hint { font-size: .9rem; }
        .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .75rem 0; }
        nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
        a { color: var(--accent); }
        button, .file { font: inherit; color: var(--paper); background: var(--accent); border: 1px solid var(--accent); border-radius: .3rem;
          padding: .4rem .8rem; cursor: pointer; }
        .file { position: relative; }
        .file input { position: absolute; inset: 0; opacity: 0; width: 100%; cursor: pointer; }
        .file:focus-within { outline: 3px solid #d98200; outline-offset: 2px; }
        section { border-top: 2px solid var(--accent); padding-top: .75rem; margin-top: 1.5rem; }
        .question { border: 1px solid var(--line); border-radius: .4rem; margin: .75rem 0; padding: .6rem .8rem; }
        legend { font-weight: 600; padding: 0 .3rem; }
        legend > span:first-of-type { display: inline-block; }
        legend > span:first-of-type::first-letter { text-transform: uppercase; }
        .code, .unit { color: var(--dim); font-weight: 400; }
        .code { font-size: .85rem; font-family: ui-monospace, monospace; }
        .range, .choices { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
        .field { display: inline-flex; flex-direction: column; }
        .tick { flex-direction: row; align-items: center; gap: .4rem; padding-block: .3rem; }
        input[type=text], select, textarea { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--dim); border-radius: .25rem;
          padding: .3rem .4rem; text-align: start; max-width: 100%; }
        textarea { width: 100%; }
        input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; }
        :focus-visible { outline: 3px solid #d98200; outline-offset: 2px; }
        :disabled { background: var(--soft); color: var(--dim); }
        [aria-invalid=true] { border: 2px solid var(--bad); }
        .error { color: var(--bad); margin: .2rem 0 0; font-weight: 600; }
        .error:empty, #status:empty { display: none; }
        .prefilled { background: var(--soft); border-inline-start: 4px solid var(--accent); padding: .2rem .6rem; margin: .3rem 0; }
        #status { background: var(--soft); padding: .3rem .6rem; }
        details { margin-top: .4rem; }
        summary { color: var(--accent); cursor: pointer; }
        @media print {
          .tools, nav, #status, summary { display: none; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          .question { break-inside: avoid; }
          h2 { break-after: avoid; }
          input[type=text], select, textarea { border: 0; border-bottom: 1px solid #000; border-radius: 0; }
        }
        """#

    static let script = #"""
        'use strict';
        const data = JSON.parse(document.getElementById('data').textContent);
        const at = id => document.getElementById(id);
        const key = `chaffinch-${data.instrument}-${data.round}`;
        const parts = ['low', 'mid', 'high', 'method', 'grade', 'source', 'confidentiality'];
        let language = document.documentElement.lang;

        function say(name, ...details) {
          const text = data.texts[language][name] ?? name;
          return text.replace(/\{([1-9])\}/g, (all, number) => details[number - 1] ?? all);
        }

        // What is entered, as it is saved.

        // Digits of Arabic and Persian are digits; a comma is a decimal mark in one country and a mark of thousands in another, so it is neither.
        function number(written) {
          const plain = written.replace(/[\u0660-\u0669]/g, c => c.charCodeAt(0) - 0x660).replace(/[\u06f0-\u06f9]/g, c => c.charCodeAt(0) - 0x6f0)
            .replace(/\u066b/g, '.').replace(/[\s\u00a0\u2009\u202f\u066c']/g, '');
          return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
        }
        function chosen(code) {
          return [...document.getElementsByName(code)].filter(field => field.checked).map(field => field.value);
        }
        function answer(question) {
          const code = question.code;
          if (at(code + '-na').checked) return {notAvailable: true};
          if (question.kind === 'one' || question.kind === 'many') {
            const choices = chosen(code);
            return choices.length ? {choices} : null;
          }
          if (question.kind === 'text') return at(code).value.trim() ? {text: at(code).value.trim()} : null;
          if (question.kind === 'whole') return at(code).value.trim() ? {mid: written(at(code).value)} : null;
          const said = {};
          for (const part of parts) {
            const value = at(`${code}-${part}`).value.trim();
            if (value) said[part] = ['low', 'mid', 'high'].includes(part) ? written(value) : value;
          }
          return 'low' in said || 'mid' in said || 'high' in said ? said : null;
        }
        // What is no number is saved as it stands: whoever imports it says so.
        function written(value) { const read = number(value); return Number.isNaN(read) ? value.trim() : read; }

        function answers() {
          const all = {};
          for (const question of data.questions) {
            const said = answer(question);
            if (said && isAsked(question)) all[question.code] = said;
          }
          return all;
        }

        // The same answers have the same name, so that a file that is sent twice is read once.
        function digest(text) {
          let [high, low] = [0xcbf29ce4, 0x84222325];
          for (const byte of new TextEncoder().encode(text)) {
            low ^= byte;
            const product = low * 0x1b3;
            high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0;
            low = product >>> 0;
          }
          return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
        }
        function file() {
          const lines = Object.entries(answers()).map(([code, said]) => `${JSON.stringify(code)}: ${JSON.stringify(said)}`).join(',\n');
          const head = {instrument: data.instrument, version: data.version, round: data.round, respondent: at('respondent').value.trim(), language};
          head.id = digest(JSON.stringify({...head, language: ''}) + lines);
          const members = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
          return '{\n' + members.join(',\n') + ',\n"answers": {\n' + lines + '\n}\n}\n';
        }

        function fill(all) {
          let count = 0;
          for (const question of data.questions) {
            const said = all[question.code];
            if (!said || typeof said !== 'object') continue;
            const code = question.code;
            at(code + '-na').checked = said.notAvailable === true;
            if (question.kind === 'one' || question.kind === 'many') {
              const choices = Array.isArray(said.choices) ? said.choices : [];
              for (const field of document.getElementsByName(code)) field.checked = choices.includes(field.value);
            } else if (question.kind === 'text') at(code).value = said.text ?? '';
            else if (question.kind === 'whole') at(code).value = said.mid ?? '';
            else for (const part of parts) at(`${code}-${part}`).value = said[part] ?? (part === 'confidentiality' ? 'statistics' : '');
            count += 1;
          }
          return count;
        }

        // What is asked, and what cannot be.

        function isAsked(question) {
          return !question.when || chosen(question.when).some(choice => question.choices.includes(choice));
        }
        function problem(question, said) {
          if (!said || said.notAvailable) return '';
          if (question.kind === 'text') return !question.pattern || new RegExp(`^(${question.pattern})$`).test(said.text) ? '' : say('form.shape');
          if (question.kind !== 'amount' && question.kind !== 'whole') return '';
          const values = ['low', 'mid', 'high'].filter(part => part in said).map(part => said[part]);
          const isBounded = values.every(value => typeof value === 'number' && value >= question.least && value <= question.most);
          const isWhole = question.kind === 'amount' || Number.isInteger(said.mid);
          if (!isBounded || !isWhole || !('mid' in said)) return say('form.bounds', question.least, question.most);
          return values.every((value, place) => place === 0 || values[place - 1] <= value) ? '' : say('form.order');
        }
        function fields(question) {
          const code = question.code;
          if (question.kind === 'amount') return parts.map(part => at(`${code}-${part}`));
          if (question.kind === 'one' || question.kind === 'many') return [...document.getElementsByName(code)];
          return [at(code)];
        }
        function show() {
          let [asked, answered] = [0, 0];
          for (const question of data.questions) {
            const isShown = isAsked(question);
            at('q-' + question.code).hidden = !isShown;
            if (!isShown) continue;
            const said = answer(question);
            const wrong = problem(question, said);
            asked += 1;
            if (said) answered += 1;
            if (at(question.code + '-error').textContent !== wrong) at(question.code + '-error').textContent = wrong;
            for (const field of fields(question)) {
              field.disabled = at(question.code + '-na').checked;
              if (field.type === 'text' || field.type === 'textarea') field.setAttribute('aria-invalid', wrong !== '' && field.value !== '');
            }
          }
          at('progress').textContent = say('form.answered', answered, asked);
        }
        function keep() {
          // A browser may forbid it to files; the form works without.
          try { localStorage.setItem(key, file()); } catch { return; }
        }

        // Languages.

        function translate() {
          document.documentElement.lang = language;
          document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
          document.title = say('form.title');
          for (const node of document.querySelectorAll('[data-t]')) {
            node.textContent = say(node.dataset.t, node.dataset.d ? say(node.dataset.d) : undefined);
          }
          at('minutes').textContent = say('form.minutes', at('minutes').dataset.n);
          currency();
          show();
        }
        function currency() {
          const named = at('A9') && /^[A-Z]{3}$/.test(at('A9').value) ? at('A9').value : '¤';
          for (const node of document.querySelectorAll('.unit')) {
            const unit = node.dataset.t ? say(node.dataset.t) : node.dataset.u;
            node.textContent = unit.replace('¤', named);
          }
        }

        // What people do.

        function read(text) {
          const form = JSON.parse(text);
          if (form.instrument !== data.instrument || typeof form.answers !== 'object' || form.answers === null) throw new Error('another file');
          if (form.respondent) at('respondent').value = form.respondent;
          return fill(form.answers);
        }
        at('form').addEventListener('input', () => { currency(); show(); keep(); });
        at('form').addEventListener('change', () => { show(); keep(); });
        at('form').addEventListener('submit', event => event.preventDefault());
        at('language').addEventListener('change', event => { language = event.target.value; translate(); keep(); });
        at('print').addEventListener('click', () => print());
        addEventListener('beforeprint', () => { for (const part of document.querySelectorAll('details')) part.open = true; });
        at('save').addEventListener('click', () => {
          const link = document.createElement('a');
          link.href = URL.createObjectURL(new Blob([file()], {type: 'application/json'}));
          link.download = [data.instrument, data.round, at('respondent').value.trim() || 'form'].join('-').replace(/[^\w-]/g, '_') + '.json';
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 10000);
          at('status').textContent = say('form.saved');
        });
        at('load').addEventListener('change', async event => {
          const chosenFile = event.target.files[0];
          if (!chosenFile) return;
          try {
            at('status').textContent = say('form.loaded', read(await chosenFile.text()));
          } catch {
            at('status').textContent = say('form.broken');
          }
          event.target.value = '';
          currency();
          show();
          keep();
        });

        fill(data.answers);
        try {
          const kept = localStorage.getItem(key);
          if (kept) {
            read(kept);
            const spoken = JSON.parse(kept).language;
            if (spoken in data.texts) at('language').value = language = spoken;
          }
        } catch { /* What is kept is of another form: the form begins anew. */ }
        translate();
        """#
}
