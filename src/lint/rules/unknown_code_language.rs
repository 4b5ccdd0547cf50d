//! `unknown-code-language`: a fence whose label is no language's name.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::fence::fences;
use crate::lint::{Context, Reading};
use crate::text::nearest;

/// What languages, formats and outputs are called after a fence, as highlighters know them.
const KNOWN: &str = "
    abap abnf actionscript ada adoc agda al alloy antlr apache apacheconf apex apl applescript arduino arm armasm arturo
    asciidoc asm asp aspnet assembly astro autohotkey autoit avro awk ballerina bash bash-session basic bat batch bf
    bibtex bicep bnf brainfuck bsl c c# c++ caddy caddyfile cc cfg cfml chapel cjs clean clj cljs clojure cmake cmd
    cobol coffee coffeescript common-lisp conf config console coq cpp cql cr crontab crystal cs csharp cshtml csp css csv
    cts cu cuda cue cxx cypher cython d dart dax delphi desktop dhall diff django dns docker docker-compose dockerfile
    docs dos dot dotenv dts ebnf ecmascript edn eiffel ejs elisp elixir elm emacs-lisp env erb erl erlang esql ex excel
    exs f# f90 fish flux fortran fsharp fsx ftl gams gdscript gherkin git gitattributes gitconfig gitignore gleam glsl gn
    gnuplot go gohtml golang gotmpl gql gradle graphql graphviz groovy h haml handlebars hack haproxy haskell haxe hbs hcl
    help hlsl hpp hs htaccess html html+erb http https hx hy icon idl idris ignore ini inc io ir iptables irb j janet
    java javadoc javascript javascriptreact jboss-cli jinja jinja2 jl js jsdoc json json5 jsonc jsonl jsonld jsonnet jsp
    jsx julia jupyter k8s kdl kibana kotlin kql ksh kt kts kubernetes kusto latex ldif lean less lexer lhs lilypond
    liquid lisp livescript llvm log logs logo logstash lua luau lucene m4 make makefile markdown markup mathematica
    math matlab maxima md mdx mediawiki mermaid mips mjs ml mlir mongo mongodb mongosh moonscript mts mysql n4js nasm
    ndjson netlogo newlisp nextflow nginx nim nix node nodejs none nroff nsis nu nushell objc objective-c
    objective-cpp objectivec ocaml octave odin opencl openqasm oracle org output pascal patch perl pgsql php phtml
    pip plain plaintext plantuml plist plpgsql plsql po pony postgres postgresql powerquery powershell prisma pro prolog
    promql proto protobuf properties ps ps1 pseudo pseudocode psql puppet purescript purs py py3 pycon pyrex pytb python
    python3 q qml qsharp r racket raku rake rb rdf reason redis reg regex rego repl requirements rescript rest
    restructuredtext rexx rmarkdown rmd robot robotframework rs rst ruby rust sas sass sbt scala scheme scm scss sed
    sh shell shell-session shellscript smali smalltalk smarty sml smt snippet sol solidity soql sparql spl splunk
    spreadsheet sql sqlite sqlite3 squirrel ssh-config stan starlark stata stylus subrip svelte svg swift systemd
    systemverilog tap tcl tcsh templ term terminal terraform tex text textile tf thrift tla toml tree ts tsql tsv tsx
    turtle twig txt typescript typescriptreact typst udiff uml v vala vb vba vbnet vbscript velocity verilog vhdl vim
    viml vimscript visualbasic vue vyper wasm wast wat webassembly wgsl wolfram wsdl xhtml xls xml xonsh xpath xq
    xquery xsd xsl xslt yaml yara yml zig zsh
";

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    for fence in fences(document) {
        // Attributes may stand right after the name, or the name among them: `js{1,3}`, `{.python .numbered}`.
        let word = fence.label.trim_start_matches(['{', '.', '=']);
        let word = word.split(['{', '}', ',', ':', '(', '[', '=', ';', '/']).next().unwrap_or_default();
        let is_known = |known: &str| known.eq_ignore_ascii_case(word);
        if word.is_empty() || KNOWN.split_whitespace().any(is_known) {
            continue;
        }
        let place = fence.label_place(document);
        let finding = document.finding("unknown-code-language", place).with("label", word);
        // Names of two letters are near to everything.
        let names = KNOWN.split_whitespace().filter(|name| name.len() > 2);
        out.push(match nearest(word, names) {
            Some(near) if word == fence.label => {
                finding.variant("near").with("near", near).fix(Fix::unsafe_(vec![Edit::replace(place, near)]))
            }
            _ => finding,
        });
    }
}
