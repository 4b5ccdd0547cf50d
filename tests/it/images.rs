//! Images beside the sources: on pages, in findings, and nowhere else.

use std::fs;
use std::path::Path;

use super::cli::{passerelle, project, run, stdout};

/// Seven pixels by five.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x07\0\0\0\x05\x08\x06\0\0\0";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 296\"><style>\
                   @media(prefers-color-scheme:dark){path{stroke:#fff}}</style><path d=\"M0 0h9\"/></svg>";

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
    fs::write(path, bytes).expect("a file");
}

/// A project whose English question shows `answer`, with a drawing, a photograph and one that nobody shows.
fn pictured(answer: &str) -> tempfile::TempDir {
    let folder = project();
    let question = format!("---\nid: ring\nlang: en\ntopic: APIs\n---\n# What is a ring?\n\n{answer}\n");
    write(folder.path(), "content/en/ring.md", question);
    write(folder.path(), "content/img/ring.svg", SVG);
    write(folder.path(), "content/en/une photo.PNG", PNG);
    write(folder.path(), "content/img/other/ring.svg", "<svg/>");
    folder
}

fn file(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a file")
}

fn published(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder.join("public/img")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const BOTH: &str = "Like this:\n\n![A ring of points](../img/ring.svg)\n\nOr ![this](une%20photo.PNG), \
                    not `![this](../img/other/ring.svg)`. ![Far](https://example.org/far.png)";

#[test]
fn pages_show_the_images_beside_their_sources() {
    let folder = pictured(BOTH);
    let built = run(folder.path(), &["build", "--locale", "en"]);
    assert!(built.status.success(), "{built:?}");
    let [ring, photo] = &published(folder.path())[..] else { panic!("{:?}", published(folder.path())) };
    assert!(ring.starts_with("ring-") && ring.ends_with(".svg") && photo.ends_with(".png"), "{ring} {photo}");
    assert_eq!(file(folder.path(), &format!("public/img/{ring}")), SVG);
    for (page, up) in [("q/ring", "../../../"), ("topics/apis/print", "../../../../")] {
        let html = file(folder.path(), &format!("public/en/{page}/index.html"));
        let tail = "loading=\"lazy\" decoding=\"async\">";
        for shown in [
            format!(
                "<figure><img src=\"{up}img/{ring}\" alt=\"A ring of points\" width=\"640\" height=\"296\" class=\"adapts\" {tail}</figure>"
            ),
            format!("Or <img src=\"{up}img/{photo}\" alt=\"this\" width=\"7\" height=\"5\" {tail}, not"),
            "<a href=\"https://example.org/far.png\" rel=\"noopener\">Far</a>".to_owned(),
        ] {
            assert!(html.contains(&shown), "{shown} in {html}");
        }
    }
    let fixed = file(folder.path(), "content/en/ring.md").replace(BOTH, "No more.");
    write(folder.path(), "content/en/ring.md", fixed);
    assert!(run(folder.path(), &["build"]).status.success());
    assert!(published(folder.path()).is_empty(), "what no page shows is not published");
}

#[test]
fn notes_and_choices_show_images_too() {
    let folder = pictured("A ring.");
    let note = "# APIs\n\nBefore you begin: ![A map](../img/ring.svg)\n\n## What is a hash?\n\nA number.\n\n\
                ## What is a key?\n\nA name.\n\n## What is a slot?\n\nA place.\n";
    write(folder.path(), "content/en/apis.md", note);
    let choices = "{\"question\": \"Which one is a ring?\", \"lang\": \"en\", \"options\": [\
                   {\"label\": \"A\", \"text\": \"![It](une%20photo.PNG)\", \"correct\": true}, {\"label\": \"B\", \"text\": \"None\"}]}\n";
    write(folder.path(), "content/en/choices.jsonl", choices);
    assert!(run(folder.path(), &["build"]).status.success());
    assert_eq!(published(folder.path()).len(), 2);
    let topic = file(folder.path(), "public/en/topics/apis/index.html");
    assert!(topic.contains("<img src=\"../../../img/ring-"), "{topic}");
    let quiz = file(folder.path(), "public/en/q/which-one-is-a-ring/index.html");
    assert!(quiz.contains("<img src=\"../../../img/une-photo-"), "{quiz}");
}

#[test]
fn what_is_not_there_is_its_description_and_a_finding() {
    let folder = pictured("![A ring](../img/rink.svg) and ![](../img/ring.svg) and ![out](../../../etc/x.png)");
    assert!(run(folder.path(), &["build"]).status.success());
    let html = file(folder.path(), "public/en/q/ring/index.html");
    assert!(html.contains("<p>A ring and <img") && html.contains("and out</p>"), "{html}");
    let found = stdout(&run(folder.path(), &["lint", "--format", "jsonl"]));
    let found: Vec<serde_json::Value> =
        found.lines().map(|line| serde_json::from_str(line).expect("a finding")).collect();
    let told: Vec<String> = found
        .iter()
        .map(|f| {
            format!(
                "{} {}:{}:{}",
                f["rule"].as_str().unwrap_or_default(),
                f["path"].as_str().unwrap_or_default(),
                f["line"],
                f["column"]
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "missing-image content/en/ring.md:8:11",
            "image-alt content/en/ring.md:8:36",
            "missing-image content/en/ring.md:8:64"
        ]
    );
    let piped = passerelle(folder.path()).args(["lint", "content/en/ring.md"]).output().expect("the program runs");
    assert!(!stdout(&piped).contains("missing-image"), "nobody looked for images");
}

#[test]
fn drawings_follow_the_system_on_a_ground_that_follows_too() {
    let style = include_str!("../../templates/assets/style.css");
    let ground = |rule: &str| {
        style.split(rule).nth(1).and_then(|rest| rest.split("--ground:").nth(1)).map(|rest| rest[..7].to_owned())
    };
    let light = ground(":root{color-scheme:light").expect("a light page");
    let dark = ground(":root[data-theme=dark]{").expect("a dark page");
    assert!(style.contains(&format!("img{{max-width:100%;height:auto;color-scheme:light;background:{light}}}")));
    assert!(
        style
            .contains(&format!("@media (prefers-color-scheme:dark){{.adapts{{color-scheme:dark;background:{dark}}}}}"))
    );
}
