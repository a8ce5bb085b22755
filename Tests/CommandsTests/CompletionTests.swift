import Foundation
import Testing

@Suite(.enabled(if: Command.isThere)) struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"]) func theScriptKnowsFilesFoldersAndValues(shell: String) throws {
        let run = try Command("--generate-completion-script", shell)
        #expect(run.status == 0)
        let file = ["bash": "compgen -f", "zsh": "_files", "fish": "__fish_complete_path"][shell] ?? ""
        let script = run.output
        #expect(script.contains(file) || script.contains("complete -F") || script.contains("-r"), "files")
        for word in ["policy.mode=", "scan", "rollback", "spam-only", "verdict", "voice", "threatClass", "email"] {
            #expect(script.contains(word), "\(word)")
        }
        for language in ["ar", "zh", "en", "fr", "ru", "es"] { #expect(script.contains(language)) }
    }

    /// Asks bash itself what it would offer.
    @Test(arguments: [
        ("chaffinch s", "scan"), ("chaffinch scan --lang ", "ru"), ("chaffinch scan --channel v", "voice"),
        ("chaffinch config explain policy.m", "policy.mode"), ("chaffinch measure --stage ", "reading"),
        ("chaffinch scan texts.", "texts.jsonl"), ("chaffinch model import texts.", "texts.jsonl"),
        ("chaffinch learn --spam texts.", "texts.jsonl"), ("chaffinch model train --folder ma", "mail"),
    ])
    func bashOffers(line: String, offer: String) throws {
        let run = try Command(
            script: """
                source <("$CHAFFINCH" --generate-completion-script bash) || exit 3
                COMP_LINE="$1" COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
                read -ra COMP_WORDS <<<"$1"
                [[ $1 == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                function=$(complete -p chaffinch | sed -E 's/.*-F ([^ ]+).*/\\1/')
                "$function" chaffinch "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """, line)
        #expect(run.status == 0, "\(run.errors)")
        let offers = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(offers.contains(offer), "\(offers) \(run.errors)")
    }
}
