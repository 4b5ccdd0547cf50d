//! What reaches a page from an author's Markdown, and what never does.

use passerelle::i18n::Lang;
use passerelle::render::{Style, highlight, inline, markdown, plain};

const EN: Style = Style { lang: Lang::En, hard_breaks: false, heading_shift: 2 };

/// Sources that try to run something, in Markdown and in HTML.
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "text <script src=//evil.example/x.js></script> text",
    "<SCRIPT\n>alert(1)</SCRIPT\n>",
    "<img src=x onerror=alert(1)>",
    "text <img src=\"x\" onerror=\"alert(1)\"> text",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe src=\"https://evil.example\"></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<style>body { display: none }</style>",
    "<p style=\"position:fixed\">x</p>",
    "<form action=https://evil.example><input name=a><button formaction=javascript:alert(1)>x</button></form>",
    "<base href=\"https://evil.example/\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<object data=\"data:text/html,x\"></object><embed src=\"javascript:alert(1)\">",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,AAAA)",
    "<a href=\"javascript&#58;alert(1)\">x</a>",
    "<a href=\"&#x6A;avascript&colon;alert(1)\">x</a>",
    "<a href=\"data:text/html,x\" onclick=\"alert(1)\">x</a>",
    "<details ontoggle=alert(1) open><summary>x</summary>y</details>",
    "<div id=\"search\" class=\"site-header\">x</div>",
    "[x](https://a.b \"\\\" onmouseover=\\\"alert(1)\")",
    "`` `<script>` `` and ```<img src=x onerror=alert(1)>```",
    "```\"><script>alert(1)</script>\nx\n```",
    "```js\n</code></pre><script>alert(1)</script>\n```",
    "| <script>alert(1)</script> | <img src=x onerror=alert(1)> |\n|--|--|\n| [x](javascript:1) | y |",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<x-y onclick=alert(1)>x</x-y>",
];

/// The tags of an HTML text: name and attributes, as a browser would see them in output that is well formed.
fn tags(html: &str) -> Vec<String> {
    html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or("").to_lowercase()).collect()
}

#[test]
fn attacks_end_as_text_or_not_at_all() {
    let forbidden_names = [
        "script", "svg", "math", "iframe", "style", "form", "input", "button", "base", "meta", "link", "object",
        "embed", "x-y", "noscript", "!", "?",
    ];
    for attack in ATTACKS {
        for html in [markdown(attack, EN), inline(attack, Lang::En)] {
            for tag in tags(&html) {
                let name = tag.trim_start_matches('/');
                assert!(!forbidden_names.iter().any(|bad| name.starts_with(bad)), "{attack}\n{html}");
                // Quoted values may hold anything but a bad address; what is left are names of attributes.
                let names: String = tag.split('"').step_by(2).collect();
                for bad in [" on", "style=", "srcdoc", "id=", "formaction"] {
                    assert!(!names.contains(bad), "{bad} in {html}");
                }
                for bad in ["javascript", "vbscript", "data:", "site-header"] {
                    let values: String = tag.split('"').skip(1).step_by(2).collect();
                    assert!(!values.contains(bad), "{bad} in {html}");
                }
            }
        }
    }
}

#[test]
fn text_survives_beside_what_is_dropped() {
    assert_eq!(markdown("a <script>x</script> b", EN), "<p>a  b</p>\n");
    assert_eq!(markdown("a <span onclick=x>b</span> c", EN), "<p>a <span>b</span> c</p>\n");
}

#[test]
fn every_language_is_highlighted() {
    for (lang, code, expected) in [
        (
            "js",
            "const a = 1; // c",
            r#"<span class="k">const</span> a <span class="o">= </span><span class="n">1</span>; <span class="c">// c</span>"#,
        ),
        ("jsx", "const a = <p>x</p>;", r#"<span class="k">const"#),
        ("ts", "type A = string;", r#"<span class="k">type </span><span class="t">A"#),
        (
            "python",
            "def f(x):\n    return 'a'",
            r#"<span class="k">def </span><span class="f">f</span>(x):
    <span class="k">return </span><span class="s">&#39;a&#39;</span>"#,
        ),
        ("json", r#"{"a": true}"#, r#"{<span class="v">&quot;a&quot;</span>: <span class="n">true</span>}"#),
        ("yaml", "a: 1 # c", r#"<span class="v">a</span>: <span class="n">1 </span><span class="c"># c</span>"#),
        ("sh", "echo \"$A\" | grep x", r#"<span class="f">echo </span><span class="s">"#),
        ("go", "func f() int { return 1 }", r#"<span class="k">func </span><span class="f">f"#),
        ("rust", "fn f() -> u8 { 1 }", r#"<span class="k">fn </span><span class="f">f"#),
        ("sql", "SELECT a FROM t", r#"<span class="k">SELECT"#),
        ("java", "int f() { return 1; }", r#"<span class="t">int </span><span class="f">f"#),
    ] {
        let html = highlight(code, Some(lang));
        assert!(html.starts_with(expected), "{lang}: {html}");
        assert_eq!(highlight(code, Some(lang)), html);
    }
    let lines = highlight("if a:\n    pass\n\ndef f(): pass", Some("py"));
    assert!(lines.contains("<span class=\"k\">pass</span>\n\n<span class=\"k\">def </span>"), "{lines}");
    assert_eq!(highlight("a < b && c", Some("brainfuck")), "a &lt; b &amp;&amp; c");
}

#[test]
fn any_code_is_kept_whole() {
    let sources = ["", "\0", "}}}}((((", "é → 😀 `${", "\"unclosed\n", "<?php", "\r\n\t", "/* *", "'''", "{{[ :: - ?"];
    for lang in ["js", "ts", "py", "json", "yaml", "bash", "go", "rust", "sql", "java", "none"] {
        for source in sources {
            let html = highlight(source, Some(lang));
            let text: String =
                html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
            let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            assert_eq!(text.replace("&amp;", "&"), source, "{lang}");
        }
    }
}

#[test]
fn the_same_answer_renders_alike_each_time() {
    let text = "**Short:** a `token` says *who*.\n\n- one\n- two\n\n```js\nfetch('/x').then(r => r.json());\n```\n\n| a | b |\n|--|--|\n| 1 | 2 |\n";
    let first = markdown(text, EN);
    for _ in 0..200 {
        assert_eq!(markdown(text, EN), first);
    }
    assert!(plain(text).starts_with("Short: a token says who.\none\ntwo\nfetch("));
}
