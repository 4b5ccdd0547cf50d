//! Rules about characters, links, tags and addresses: where they speak and where they do not.

use passerelle::config::{Config, Level};
use passerelle::diagnostic::{Diagnostic, Fix};
use passerelle::files::Files;
use passerelle::i18n::Lang;
use passerelle::lint::Levels;
use passerelle::pipeline::{Concepts, Input, collect};
use passerelle::report;
use passerelle::source::Source;

/// The findings about a collection of these documents; `whole` when its folder was looked through.
fn lint(files: &[(&str, &str)], whole: bool, levels: &[(&str, Level)]) -> Vec<Diagnostic> {
    let mut sources: Vec<Source> = files.iter().map(|(name, text)| Source::new(*name, *name, *text)).collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let levels = Levels::new(&levels.iter().map(|(rule, level)| ((*rule).to_owned(), *level)).collect());
    let images = whole.then(Files::default);
    let input = Input { sources, images, unlinked: true, concepts: Concepts::None, ..Input::default() };
    collect(input).lint(&Config::default(), &levels.expect("rules"))
}

/// Where `rule` speaks of one document: lines and columns.
fn places(rule: &str, text: &str) -> Vec<(usize, usize)> {
    let found = lint(&[("a.md", text)], false, &[(rule, Level::Warning)]);
    let found = found.iter().filter(|finding| finding.rule == rule);
    found.map(|finding| (finding.place.line, finding.place.column)).collect()
}

fn answer(text: &str) -> String {
    format!("# What is this?\n\nSome words before it. {text}\n")
}

#[test]
fn keys_are_told_from_what_stands_for_one() {
    let random = "Zk3vPq8RtYw2Xb7NcLm4Hd9F";
    for (before, after) in [
        ("AKIA", "Q3ZT7WPLM5RKXV2N"),
        ("ghp_", "Zk3vPq8RtYw2Xb7NcLm4Hd9FZk3vPq8RtYw2"),
        ("sk_live_", random),
        ("glpat-", random),
        ("-----BEGIN RSA PRIVATE KEY-----\n", "MIIEpAIBAAKCAQEAZk3vPq8RtYw2Xb7NcLm4Hd9FZk3vPq8RtYw2"),
        ("password: \"", "Zk3vPq8RtYw2Xb7NcLm4Hd9F\""),
    ] {
        let text = answer(&format!("`{before}{after}`"));
        let found = lint(&[("a.md", &text)], false, &[]);
        let [finding] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!(finding.rule, "secret-like-literal");
        assert!(!report::message(finding, Lang::En).contains(&after[4..16]), "a report is public too");
    }
    for text in [
        "`sk_test_...`",
        "`whsec_...`",
        "`client_secret: 'MY_SECRET'`",
        "`AKIAIOSFODNN7EXAMPLE`",
        "`api_key = \"your-api-key-goes-right-here\"`",
        "`password: \"correct horse battery staple\"`",
        "`token: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"`",
        "`-----BEGIN PRIVATE KEY-----` and then the key",
    ] {
        assert_eq!(places("secret-like-literal", &answer(text)), [], "{text}");
    }
}

#[test]
fn anchors_are_those_of_headings_and_of_html() {
    let page = |target: &str| {
        format!(
            "# Où est-ce ?\n\nVoir [ici](#{target}).\n\n## Une clé\n\nDe voûte.\n\n## Une clé\n\n<a id=\"x\"></a>De sol.\n"
        )
    };
    for target in ["une-clé", "une-cl%C3%A9", "une-clé-1", "x", "où-est-ce-", "top", ""] {
        assert_eq!(places("broken-anchor", &page(target)), [], "{target}");
    }
    for target in ["une-cle", "une-clé-2", "une_clé"] {
        assert_eq!(places("broken-anchor", &page(target)), [(3, 12)], "{target}");
    }
    assert_eq!(places("broken-anchor", &answer("`[a](#nowhere)`")), []);
}

#[test]
fn documents_are_missed_only_where_the_whole_collection_is_known() {
    let link = |target: &str| {
        format!("# What is a?\n\nWhere the letter comes from and what it stands for is told [there]({target}).\n")
    };
    let rules = |target: &str, whole: bool| -> Vec<&str> {
        let other = ("content/en/b.md", "# What is b?\n\nA letter after another one.\n\n## More\n\nOf it.\n");
        let found = lint(&[("content/fr/a.md", &link(target)), other], whole, &[]);
        let own = found.iter().filter(|found| found.path == "content/fr/a.md" && found.rule.starts_with("broken"));
        own.map(|finding| finding.rule).collect()
    };
    assert_eq!(rules("../en/c.md", true), ["broken-internal-link"]);
    assert_eq!(rules("../en/b.md#less", true), ["broken-anchor"]);
    let fine = ["../en/b.md", "../en/b.md#more", "../../README.md", "https://example.org/c.md", "c", "c.pdf"];
    fine.iter().for_each(|target| assert_eq!(rules(target, true), [""; 0], "{target}"));
    assert_eq!(rules("../en/c.md", false), [""; 0], "a file by itself");
}

#[test]
fn characters_that_do_their_work_are_left_alone() {
    let rule = "invisible-or-bidi-control";
    for text in [
        "👩\u{200d}💻",
        "می\u{200c}خواهم",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "עברית\u{200f}!",
    ] {
        assert_eq!(places(rule, &answer(text)), [], "{text}");
    }
    for text in ["a\u{200b}b", "a\u{200d}b", "a\u{202e}b", "a\u{feff}b", "a\u{7}b", "a\u{e0041}b"] {
        assert_eq!(places(rule, &answer(text)), [(3, 24)], "{text:?}");
    }
    let mark = "\u{feff}# What is this?\n\nA file that begins with a mark.\n";
    assert_eq!(places(rule, mark), []);
}

#[test]
fn the_box_within_mojibake_is_told_beside_it() {
    let text = answer("Top \u{f8ff}üëÜ");
    assert_eq!(places("mojibake", &text), [(3, 27)]);
    assert_eq!(places("private-use-character", &text), [(3, 27)]);
    assert_eq!(places("private-use-character", &answer("`\u{e0b0}`")), []);
}

#[test]
fn half_a_character_of_another_encoding_is_never_taken_out() {
    let fixes = |text: &str| -> Vec<(&str, Option<(bool, String)>)> {
        let found = lint(&[("a.md", &answer(text))], false, &[]);
        let fix = |fix: &Fix| (fix.safe, fix.edits[0].text.clone());
        let told = found.iter().filter(|f| matches!(f.rule, "mojibake" | "invisible-or-bidi-control"));
        told.map(|f| (f.rule, f.fix.as_ref().map(fix))).collect()
    };
    let of = |rule, safe, text: &str| (rule, Some((safe, text.to_owned())));
    assert_eq!(fixes("It\u{e2}\u{80}\u{99}s fine."), [of("mojibake", true, "’")]);
    assert_eq!(fixes("It\u{92}s fine."), [of("invisible-or-bidi-control", false, "’")]);
    assert_eq!(fixes("It\u{81}s fine."), [("invisible-or-bidi-control", None)]);
    assert_eq!(fixes("A cafÃƒÂ©."), [of("mojibake", true, "é")]);
    assert_eq!(fixes("Ã volontÃ©."), [of("mojibake", true, "à"), of("mojibake", true, "é")]);
}

#[test]
fn text_about_mojibake_is_not_mojibake() {
    for text in ["It shows `Ã©`.", "One sees signs such as “Ã©”.", "On lit des signes comme «\u{a0}Ã©\u{a0}»."]
    {
        assert_eq!(places("mojibake", &answer(text)), [], "{text}");
    }
    for text in ["Une rÃ©ponse.", "Il dit «\u{a0}rÃ©ponse\u{a0}».", "Une rÃ©ponse, comme `Ã©`."] {
        assert!(!places("mojibake", &answer(text)).is_empty(), "{text}");
    }
}

#[test]
fn quotes_of_a_block_are_told_once() {
    let rules = |text: &str, levels: &[(&str, Level)]| -> Vec<&str> {
        lint(&[("a.md", text)], false, levels).iter().map(|finding| finding.rule).collect()
    };
    let quotes = answer("A call:\n\n```python\nprint(“ready”)\n```");
    assert_eq!(rules(&quotes, &[]), ["smart-quotes-in-code"]);
    let script = quotes.replace("python", "js");
    assert_eq!(rules(&script, &[]), ["smart-quotes-in-code"]);
    assert_eq!(rules(&script.replace("(“ready”)", "(<b>“ready”</b>)"), &[]), [""; 0]);
    assert_eq!(rules(&quotes, &[("smart-quotes-in-code", Level::Off)]), ["code-does-not-parse"]);
}

#[test]
fn code_under_a_wrong_label_is_read_strictly() {
    let block = |code: &str| answer(&format!("A request:\n\n```javascript\n{code}\n```"));
    // What a tolerant grammar reads as a division, a label and a literal.
    for (code, at) in [
        ("GET /orders?fields=id,name\nAccept: text/html, */*", (6, 12)),
        ("PUT /orders/7\nBody: {\n  paid: true,\n  sum: 30\n}", (9, 3)),
        ("PUT /orders/7\nHeaders: { \"If-Match\": \"a1\" }", (7, 12)),
        ("POST /orders/export", (6, 14)),
    ] {
        assert_eq!(places("label-content-mismatch", &block(code)), [(5, 4)], "{code}");
        assert_eq!(places("code-does-not-parse", &block(code)), [at], "{code}");
    }
    // The label is wrong, and a script could be written so.
    for code in ["PUT /orders/7\nBody: { paid: true }", "{ \"paid\": true }"] {
        assert_eq!(places("label-content-mismatch", &block(code)), [(5, 4)], "{code}");
        assert_eq!(places("code-does-not-parse", &block(code)), [], "{code}");
    }
    // Outside of what is known to be another language, a snippet may be tolerated.
    for code in ["const total = sum(lines);\n{ paid: true, sum: 30 }", "order.default = 7;"] {
        assert_eq!(places("code-does-not-parse", &block(code)), [], "{code}");
    }
}

#[test]
fn example_addresses_are_those_of_code() {
    let rule = "non-reserved-example-domain";
    assert_eq!(places(rule, &answer("`curl https://api.provider.com/x`")), [(3, 29)]);
    assert_eq!(places(rule, &answer("`zoe@provider.com`")), [(3, 24)]);
    assert_eq!(places(rule, &answer("`www.provider.com`")), [(3, 28)]);
    for text in [
        "[a](https://api.provider.com/x)",
        "`https://api.example.com`",
        "`https://shop.example`",
        "`https://github.com/rust-lang/rust`",
        "`http://localhost:3000`",
        "`user.name`",
        "`@scope/package@1.2.3`",
    ] {
        assert_eq!(places(rule, &answer(text)), [], "{text}");
    }
}
