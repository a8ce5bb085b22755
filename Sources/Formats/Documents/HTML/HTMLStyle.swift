/// The look of a page: on a screen, on a small one, and on paper. Every pair of colours has a contrast of 7 to 1 or more.
enum HTMLStyle {
    static let text = screen + paper

    private static let screen = """
        *{box-sizing:border-box}
        html{font:100%/1.55 "Noto Sans","DejaVu Sans",Arial,"Noto Sans Arabic","Droid Sans Fallback",sans-serif;color:#1b1b1b;background:#fff}
        body{margin:0 auto;max-width:56rem;padding:1.5rem}
        a{color:#0b4a78}
        .skip{position:absolute;inset-inline-start:-99rem}
        .skip:focus{position:static}
        :focus-visible{outline:3px solid #0b4a78;outline-offset:2px}
        header{border-block-end:4px solid #0b4a78;padding-block-end:1rem;margin-block-end:1.5rem}
        h1{font-size:2rem;line-height:1.2;margin:.3rem 0}
        h2{font-size:1.35rem;margin:2.2rem 0 .6rem;color:#0b3c61;line-height:1.3}
        h3{font-size:1.08rem;margin:1.6rem 0 .4rem;color:#0b3c61}
        .subtitle{font-size:1.15rem;margin:0 0 1rem;color:#3a3a3a}
        .details{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.4rem 1.5rem;margin:0}
        .details dt{font-size:.8rem;color:#4a4a4a}
        .details dd{margin:0}
        nav{background:#f2f5f8;padding:.6rem 1.2rem 1rem;border-radius:4px}
        nav h2{margin:.4rem 0;font-size:1rem}
        nav ul{margin:0;columns:2 16rem;padding-inline-start:1.2rem}
        .warning,.note{border-inline-start:5px solid #8a4b00;background:#fff4e2;color:#4d2a00;padding:.6rem .9rem;margin:.8rem 0}
        .note{border-color:#0b4a78;background:#eef4f9;color:#0b2b45}
        figure{margin:1.4rem 0 .6rem}
        figcaption,caption{font-weight:bold;text-align:start;padding:.3rem 0}
        .picture,.table{overflow-x:auto}
        .picture svg{width:100%;max-width:48rem;min-width:34rem;height:auto;display:block}
        table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.4rem 0}
        th,td{text-align:start;padding:.35rem .55rem;border-block-end:1px solid #c9d1d8;vertical-align:top}
        thead th{background:#0b3c61;color:#fff;vertical-align:bottom}
        tbody th{font-weight:600}
        .number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .number{white-space:normal}
        .absent{font-style:italic;color:#4a4a4a;white-space:normal}
        .remark{font-size:.85rem;color:#3a3a3a;margin:.2rem 0}
        .terms dt{font-weight:bold;margin-block-start:.6rem}
        .terms dd{margin-inline-start:1.2rem}
        footer{border-block-start:1px solid #c9d1d8;margin-block-start:2.5rem;font-size:.85rem;color:#3a3a3a}

        """

    private static let paper = """
        @page{size:A4;margin:18mm 17mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8.5pt}}
        @media print{
        html{font-size:9.5pt}body{max-width:none;padding:0}
        .skip{display:none}a{color:inherit;text-decoration:none}
        h2,h3,figcaption,caption{break-after:avoid}
        tr,figure,.note,.warning,.details div,.terms dd{break-inside:avoid}
        thead{display:table-header-group}
        .picture,.table{overflow:visible}.picture svg{min-width:0}
        thead th,.note,.warning,nav{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        p,li{orphans:3;widows:3}
        }

        """
}
