# Words of the interface, in English.

## Languages and levels

lang-fr = French
lang-en = English
lang-locale = en_GB
level-beginner = beginner
level-intermediate = intermediate
level-advanced = advanced
kind-open = open question
kind-mcq = multiple choice
kind-exercise = exercise
kind-flashcard = definition
status-answered = answered
status-unanswered = no answer yet
status-truncated = answer cut short
status-placeholder = answer to be written

## Site

site-home = Home
site-topics = Topics
site-topics-description = Every topic of “{ $title }”.
site-topic-other = Other questions
site-topic-description = { $n ->
    [one] { $title }: { $count } interview question.
   *[other] { $title }: { $count } interview questions.
}
site-concepts = Concepts
site-concepts-az = Every concept, from A to Z
site-concepts-count = { $n ->
    [one] { $count } concept
   *[other] { $count } concepts
}
site-concepts-description = The concepts of “{ $title }” from A to Z, with their names in French and in English.
site-concept-description = { $title }: names, definition and questions, in French and in English.
site-concept-none = No question in English yet.
site-search = Search
site-search-go = Search
site-search-hint = In French or English
site-search-description = Search “{ $title }” in both languages at once.
site-search-noscript = Search needs JavaScript. Without it, the topics and concepts below lead to every question.
site-every-language = Every language
site-level = Level
site-every-level = Every level
site-browse = Browse
site-topic = Topic
site-every-topic = Every topic
site-answered-or-not = Answered or not
site-msg-none = No results. Try another word, or browse the topics.
site-msg-one = 1 result
site-msg-many = {"{n}"} results
site-msg-corrected = for “{"{word}"}”
site-msg-offline = The index could not be loaded. Check the connection, then try again.
site-downloads = Downloads
site-downloads-description = The questions of “{ $title }” to take away: Anki decks and tables.
site-downloads-lead = To revise without a network.
site-decks = Anki decks
site-decks-hint = Open the file with Anki. A new deck updates the old one and keeps what you have learnt.
site-decks-topics = By topic
site-decks-other = By topic, in French
site-tables = Tables and data
site-notes = { $n ->
    [one] { $count } note
   *[other] { $count } notes
}
site-bytes = { $n ->
    [one] { $count } byte
   *[other] { $count } bytes
}
site-languages = Languages
site-navigation = Main navigation
site-nearest = This page does not exist in English: this is the nearest one
site-crumbs = Breadcrumbs
site-skip = Skip to content
site-theme = Light / dark
site-copy = Copy
site-copied = Copied
site-questions = { $n ->
    [one] { $count } question
   *[other] { $count } questions
}
site-unanswered = { $count } without an answer
site-level-beginner = { $count } for beginners
site-level-intermediate = { $n ->
    [one] { $count } intermediate question
   *[other] { $count } intermediate questions
}
site-level-advanced = { $n ->
    [one] { $count } advanced question
   *[other] { $count } advanced questions
}
site-how = How to use it
site-how-read = Choose a topic, read the question, answer it out loud, then compare with the answer.
site-how-languages = Every question leads to those on the same subject in the other language.
site-how-concepts = A concept gathers all that is about it, with its vocabulary in both languages.
site-how-downloads = To remember, take the questions to Anki:
site-empty = Nothing here yet.
site-print = Print version
site-answers = Answers
site-answer = Answer
site-whole-answer = The whole answer
site-right = { $n ->
    [one] Right answer:
   *[other] Right answers:
}
site-think-first = Think first: keep answers hidden
site-no-answer = This question is still waiting for its answer.
site-write-it = Suggest an answer
site-in-fr = In French
site-in-en = In English
site-no-counterpart-fr = No equivalent question in French yet.
site-no-counterpart-en = No equivalent question in English yet.
site-link-same = same question
site-link-close = very close
site-link-related = related
site-why = why?
site-why-share = { $what } ({ $percent }%)
site-why-concept = { $n ->
    [one] common concept: { $list }
   *[other] common concepts: { $list }
 }
site-why-term = { $n ->
    [one] matching word: { $list }
   *[other] matching words: { $list }
 }
site-why-grammar = questions put alike
site-why-characters = questions spelt alike
site-why-text = similar question and answer
site-why-decision = decided by an editor: { $reason }
site-meetings = Questions that meet
site-see-also = See also
site-turn = Neighbouring questions of the topic
site-previous = Previous
site-next = Next
site-source = Source:
site-lines = lines { $first } to { $last }
site-line = line { $first }
site-edit = Edit
site-broader = More general
site-narrower = More specific
site-related = Related
site-also-called = Also called:
site-missing = Page not found
site-missing-help = The address may have changed. Search or the home page will put you back on track.
site-missing-root = Should the links of this page lead nowhere, keep only the beginning of the address, up to the name of the site.
site-moved = This page has moved
site-retired = Question retired
site-retired-help = This question is no longer part of the collection. The topics lead to all the others.
site-tags = Tags
site-tags-description = The tags of the questions of “{ $title }”.
site-tag-title = Tag “{ $tag }”
site-level-title-beginner = Questions for beginners
site-level-title-intermediate = Intermediate questions
site-level-title-advanced = Advanced questions
site-todo = Not answered yet
site-todo-lead = These questions are waiting for an answer. Open one: its page leads to the file and the line where to write it.
site-todo-none = Every question in English has its answer.
site-elsewhere = Only in French
site-elsewhere-lead = These questions have neither a counterpart nor a near one in English yet. Write yours: it need not be a translation.
site-elsewhere-none = Every question in French has its counterpart, or a near one, in English.
site-contribute = Contribute
site-how-contribute = Something missing? Write it:
site-pages = Pages of the list
site-page-title = { $title }, page { $number }
site-page-of = Page { $number } of { $count }
site-page-previous = Previous page
site-page-next = Next page
site-permalink = Link to “{ $title }”
site-about = About
site-about-description = What “{ $title }” holds, how to contribute, and what the site knows about you: nothing.
site-about-content = What is here
site-about-count-fr = { $n ->
    [one] { $count } question in French
   *[other] { $count } questions in French
}
site-about-count-en = { $n ->
    [one] { $count } question in English
   *[other] { $count } questions in English
}
site-about-links = The questions of the two languages are no translations of one another: they meet at the concepts that they are about. Each link says why it is there.
site-about-contribute = An answer, a correction, a new question: each page leads to its source, to the file and the line.
site-about-repository = The sources
site-about-privacy = Your data
site-about-privacy-text = No account, no cookie, no tracking, nothing loaded from elsewhere. Your settings stay in your browser.
site-about-follow = Follow and take away
site-about-feed = Atom feed of the questions that changed
site-broken-missing = { $page }: { $link } leads to a page that does not exist
site-broken-anchor = { $page }: { $link } leads to an anchor that is not on the page
site-broken-outside = { $page }: { $link } leads out of the site’s folder
site-error-template = template { $name }: { $message }
site-error-template-line = template { $name }, line { $line }: { $message }
site-error-endless = template { $name }: the page is longer than 64 MB, the template must be going round in circles
site-error-endless-line = template { $name }, line { $line }: the template is going round in circles (a loop of more than 100,000 numbers, loops within loops of more than two million turns, or a block or component that comes back to itself)
site-error-accent = site.accent must be a colour of the form #rrggbb, not “{ $value }”
site-error-base-url = base_url must be an http(s) address, not “{ $value }”
site-error-path = the path “{ $path }” would leave the site’s folder
flag-mojibake = Damaged characters of the source have been restored.
flag-fence-recovered = A code block left open in the source has been restored.
flag-code-unfenced = Code without delimiters in the source has been set as code.
flag-truncated = The text breaks off in the source.

## Offline

offline-title = Read without a network, in this browser
offline-hint = Choose what stays on this device. The size is that of the download; the first time, { $size } are added for the layout and for study. Images come along; versions for paper do not: they say the same once more.
offline-all-fr = Every question in French
offline-all-en = Every question in English
offline-search = Search, in both languages
offline-keep = Keep
offline-drop = Remove
offline-update = Update
offline-busy = Working…
offline-done = Done.
offline-failed = The download did not finish. What was kept still is; check the connection, then try again.
offline-zip = The whole site
offline-zip-hint = To copy to a USB stick or to send by Bluetooth: unpack the file, then open index.html.
offline-zip-name = The site as a zip file
offline-copy = This is a copy of the site. The Anki decks and tables are on the site itself.
offline-online = The site’s downloads
offline-away = Page not on this device
offline-away-help = Without a network, only the pages that were kept open. This one was not: come back with a connection, or keep its topic from the downloads.

## Study

study-name = Study
study-title = Study
study-description = Study the questions of “{ $title }” with spaced repetition, without an account or a network.
study-lead = Answer from memory, compare, grade yourself: each question comes back just before you forget it.
study-noscript = Study needs JavaScript. Without it, each topic below leads to its questions and their answers.
study-due = Due today
study-new = New
study-known = Seen so far
study-start = Start
study-choice = What you study
study-topic = Topic
study-all = Both languages
study-all-fr = All in French
study-all-en = All in English
study-fresh = New a day
study-card = Question to study
study-reveal = Show the answer
study-page = This question’s page
study-grades = How was your answer?
study-again = Again
study-hard = Hard
study-good = Good
study-easy = Easy
study-undo = Undo the last grade
study-stop = Stop
study-keys = Keys: Space shows the answer, 1 to 4 grade it.
study-progress = Your progress
study-private = It stays in this browser. Export it to keep it or to take it to another device; importing joins it with what is here.
study-locked = This browser cannot keep your progress, or holds that of another version: nothing is written there. Export it before you leave the page.
study-export = Export
study-import = Import a file
study-msg-left-one = %n question for today
study-msg-left-many = %n questions for today
study-msg-done = That is all for today.
study-msg-next = Next review: %date.
study-msg-offline = The questions could not be loaded. Check the connection, then try again.
study-msg-imported-one = %n question imported.
study-msg-imported-many = %n questions imported.
study-msg-refused = This file holds no progress that this page can read; nothing was changed.

## Search

## Exports

export-anki-hint = Hint
export-anki-level =
    { $level ->
        [beginner] Beginner
        [intermediate] Intermediate
       *[advanced] Advanced
    }
export-anki-key-points = Key points
export-anki-glossary = Glossary
export-anki-too-old = This package needs a newer version of Anki.
export-tbx-source = The glossary of a collection of interview questions, written by Passerelle.
export-anki-retired = This question is no longer part of the collection. You can delete the card.

## Command-line messages

cli-error = error:
cli-help = help:
cli-passerelle = Mixed interview questions in, a bilingual site, Anki decks and tables out.
cli-build = Build the site, with decks and tables as downloads
cli-serve = Show the site on this machine and rebuild it when a source changes
cli-lint = Check the collection against the rules
cli-lsp = Serve an editor: findings while typing, fixes, concepts, counterparts (Language Server Protocol)
cli-explain = Show the page of a rule
cli-normalize = Print every question in the one schema
cli-link = Print which questions belong together, and why
cli-lexicon = Learn which words of the two languages stand for each other
cli-train = Learn a lexicon from parallel text
cli-export = Write the questions in another program’s format
cli-import = Put the edits of a spreadsheet into the sources
cli-status = Show what there is in which language, and what is missing
cli-new = Prepare a file for a new question
cli-init = Prepare a folder for a new collection
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-global = Everywhere
cli-value-command = COMMAND
cli-after-help = Exit status: 0 clean; 1 findings at or above the gate; 2 could not run.
cli-known-values = one of: { $values }
cli-default-value = default: { $value }
cli-arg-root = The folder with passerelle.yaml, instead of the current one or its nearest parent
cli-arg-color = Whether to colour the output
cli-arg-quiet = Say only results and errors
cli-arg-verbose = Say more
cli-arg-jobs = How many threads to use, instead of one a core
cli-arg-locale = The language of the messages, instead of the environment’s
cli-arg-help = Print this help
cli-arg-version = Print the version
cli-arg-concepts = The concept scheme to use, or “none”, instead of the project’s own or the built-in one
cli-arg-lexicon = The lexicon to link by, or “none”, instead of the project’s own or the built-in one
cli-arg-paths = Files and folders to read instead of the project; “-” is standard input
cli-build-out = The folder to write; it is made, or was made by an earlier build [default: public, beside passerelle.yaml]
cli-build-base-url = The address that the site will live at, instead of the one in passerelle.yaml
cli-build-locked = Fail when passerelle.lock is not up to date, instead of updating it
cli-build-in-line = Record that this question and its declared translations are in line as they are; may be repeated
cli-build-check-links = Fail, and write nothing, when a link or an anchor of the site leads nowhere
cli-broken-links = { $n ->
    [one] one link of the site leads nowhere:
   *[other] { $n } links of the site lead nowhere:
}
cli-build-deny = Check the rules too, and exit with 1 for findings of this level or above
cli-serve-port = The port to listen on; 0 takes a free one
cli-serve-open = Open the site in the browser
cli-lsp-stdio = Speak over standard input and output; there is no other way, and editors may say so
cli-lint-since = Only findings that the change since this git revision brings: on its lines and entries, and their duplicates
cli-lint-baseline = Leave out the findings that this file knows; tell which of them are no longer found
cli-lint-write-baseline = Write everything that is found now into the file of --baseline
cli-lint-baseline-written = { $count ->
    [one] { $count } finding is known from now on
   *[other] { $count } findings are known from now on
}
cli-lint-baseline-stale = { $rule } in { $path } is no longer found; take this line out, or write the file anew with --write-baseline
cli-lint-baseline-near = there is no rule “{ $rule }”; did you mean “{ $near }”?
cli-lint-baseline-unknown = there is no rule “{ $rule }”; take this line out
cli-lint-format = How the findings are written
cli-lint-fix = Mend what can be mended safely
cli-lint-unsafe = With --fix or --diff: mend also what a person should look at
cli-lint-no-cache = Look at every document anew, and keep nothing for the next time
cli-lint-diff = Show what --fix would change, without changing it
cli-lint-deny = Exit with 1 for findings of this level or above
cli-explain-rule = The rule’s name
cli-normalize-format = How the questions are written
cli-normalize-ledger = Print how many lines of each file have which role, instead of the questions
cli-link-format = How the links are written
cli-link-review = Print the doubtful links, strongest first, as YAML for links.yaml
cli-link-explain = Only what concerns this question, or these two
cli-status-format = How the coverage is written
cli-link-eval = Measure the links against these files of judgements; those that judge links are about PATH or the project
cli-train-pairs = Parallel text in French and English: tables (.tsv), translation memories (.tmx), gettext catalogues (.po)
cli-train-output = The file to write, instead of standard output
cli-train-size = The lexicon’s largest size; the most frequent pairs of words are kept
cli-export-exporter = The format to write
cli-export-lang = Only the questions in this language
cli-export-topic = Only the questions of this topic
cli-export-level = Only the questions of this level
cli-export-base-url = The address that the site lives at, which names of things are made of, instead of the one in passerelle.yaml
cli-export-reader = With csv: who reads the table; Anki takes it after the package [default: spreadsheet]
cli-export-bom = With csv: begin with a byte order mark, so that Excel reads accents
cli-export-exact = With csv: no apostrophe before cells that a spreadsheet would compute
cli-export-output = The file to write, instead of standard output
cli-import-table = The table that “passerelle export csv” wrote, as the spreadsheet saved it
cli-import-write = Write the sources, instead of only showing what would change
cli-import-new = Make a file of each new question too
cli-export-format = Anki: the form of the package; “latest” is smaller and needs Anki 2.1.50 or newer, everything reads “legacy” [default: legacy]
cli-export-cards = Anki: what the cards ask; the terms of the glossary and their definitions both ways, or its terms as gaps [default: questions]
cli-export-against = Anki: report what learners who have this older package will see; without -o, only that
cli-export-report-format = The format of that report [default: human]
cli-export-locked = Anki: fail when passerelle.lock is not up to date, instead of updating it
cli-new-other-language = the question looks { $seen }, a language that this collection does not have; it is filed as { $lang }
cli-new-question = What it asks
cli-new-lang = The language of the question, instead of the one that it shows
cli-new-topic = The topic that it belongs to
cli-init-folder = The folder to make; it may be there if it is empty or has nothing but .git
cli-init-templates = Copy the built-in templates and assets to the project's templates folder, to be changed; DIR is then the project
cli-init-templates-next = Keep the files that you change and delete the others: the program’s own stand in for them. The variables are in docs/templates.md.
cli-init-next = The collection is ready: passerelle serve --root { $folder } --open
cli-standard-output = standard output
cli-no-threads = the threads could not be started: { $reason }
cli-progress-reading = Reading…
cli-progress-learning = Learning…
cli-progress-building = Building…
cli-progress-writing = Writing…
cli-built = { $questions ->
    [one] { $questions } question, { $files } files
   *[other] { $questions } questions, { $files } files
  } in { $out } ({ $new } new, { $changed } changed, { $removed } removed), { $seconds } s
cli-change-added = new: { $id }
cli-change-reworded = reworded: { $id }
cli-change-edited = edited: { $id }
cli-change-moved = moved: { $id }
cli-change-retired = retired: { $id }
cli-change-revived = back: { $id }
cli-change-card = other card: { $id }
cli-change-in-line = in line with its translation: { $id }
cli-change-rest = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
  }
cli-serving = Serving { $url } until Ctrl+C
cli-rebuilt = The changed pages are shown
cli-followed = Links and lists are up to date
cli-no-browser = no browser could be started; open { $url }
cli-fix-circle = the fixes of { $rules } undo each other: the file is as it was
cli-fixed = { $count ->
    [0] Nothing to mend
    [one] { $count } file mended
   *[other] { $count } files mended
  }
cli-link-same = same
cli-link-close = close
cli-link-related = related
cli-link-about = concepts: { $concepts }
cli-link-decided = decided in links.yaml: { $reason }
cli-link-why-concept = concept: { $value }
cli-link-why-term = words: { $value }
cli-link-why-grammar = the questions’ grammar (why, without, other…)
cli-link-why-characters = spelling of the questions
cli-link-why-text = questions and answers as a whole
cli-link-why-decision = decided: { $value }
cli-link-need-agreement = shared words, whole texts and margin agree to { $value }; { $needs } or more is needed
cli-link-need-nearness = all that they have in common is { $value }; { $needs } or more is needed
cli-link-need-mutual-best = { $met ->
    [yes] each is the other’s nearest
   *[no] one of them has something nearer
}
cli-link-need-rank = their places among what is near to the other, multiplied, are { $value }; { $needs } or less is needed
cli-link-review-head = { $count ->
    [0] No link is in doubt.
    [one] One link is in doubt.
   *[other] { $count } links are in doubt, the strongest first.
  }
  Give the kind (same, close, related or none) and the reason of those that you are sure about,
  and paste them into links.yaml in the content folder.
cli-eval-strict = same and close against all else
cli-eval-lenient = same and close, related left out
cli-eval-missing = { $count ->
    [one] { $count } judgement is
   *[other] { $count } judgements are
  } about questions that are not there
cli-learnt = { $pairs } pairs of words for { $words } French stems, from { $sentences } pairs of sentences
cli-link-none = No links.
cli-error-unknown-option = unknown option “{ $option }”.
cli-error-unknown-command = unknown command “{ $command }”.
cli-error-unknown-value = “{ $value }” is not a value of { $option }; these are: { $known }.
cli-error-bad-value = “{ $value }” cannot be the value of { $option }.
cli-error-no-value = { $option } needs a value.
cli-error-nearest = Did you mean “{ $nearest }”?
cli-error-missing = these are missing: { $arguments }.
cli-error-missing-command = a command is missing; these are known: { $known }.
cli-error-conflict = { $option } cannot be used together with { $other }.
cli-error-number-of-values = { $option } does not take this number of values.
cli-error-see-help = “passerelle --help” lists what can be said.
serve-error-title = The site cannot be built
serve-error-advice = This page reloads by itself once the fault is mended.
download-anki = { $lang ->
    [fr] All questions in French
    [en] All questions in English
   *[none] All questions
}
download-csv = { $lang ->
    [fr] Spreadsheet in French (CSV)
   *[en] Spreadsheet in English (CSV)
}
download-jsonl = { $lang ->
    [fr] Records in French (JSON Lines)
   *[en] Records in English (JSON Lines)
}
download-schema = Schema of the records (JSON Schema)
io-not-found = it does not exist
io-permission-denied = permission is denied
io-storage-full = the disk is full
io-read-only = the file system is read-only
io-not-a-directory = part of the path is a file, not a folder
io-is-a-directory = it is a folder
io-address-in-use = another program uses it
io-other = { $raw }
failure-path = this cannot be read: { $reason }
    .help = check the spelling; paths are relative to the current folder
failure-read = this file cannot be read: { $reason }
failure-write = this cannot be written: { $reason }; what was there before is unchanged
failure-not-utf8 = this file is not UTF-8 text
    .help = convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8
failure-no-folder = the folder { $folder } does not exist; nothing was written
    .help = make it first, for instance with: mkdir -p { $folder }
failure-only-anki = { $option } is for “export anki” only
failure-not-a-package = this is not an Anki package: { $detail }
    .help = name a file that “passerelle export anki” or Anki itself has written
failure-same-id = the id “{ $id }” is that of another entry too: the two would be one note; no package was written
    .help = give this entry another id; “passerelle lint” lists all of these
failure-lock-seed = this lock file is that of a collection with anki.seed “{ $known }”, and passerelle.yaml says “{ $seed }”
    .help = take back the seed, or, for another collection, remove the lock file: learners will then get every note anew
failure-lock-foreign = none of the { $gone } questions of this lock file is in the content: it seems to be that of another collection
    .help = put the right file back; if all questions were replaced on purpose, remove the file
failure-no-project = no passerelle.yaml here or in a folder above
    .help = go into a project, name its folder with --root, or name the files to read
failure-no-content = the content folder does not exist
    .help = make it, or set “content” in passerelle.yaml
failure-in-line = links.yaml declares no translation of “{ $id }”
    .help = give an id of a pair with “kind: translation”
failure-locked = not up to date; building would change:
    { $changes }
    .help = run “passerelle build” without --locked, and commit passerelle.lock
failure-unknown-id = { $nearest ->
    [none] there is no question “{ $id }”
   *[other] there is no question “{ $id }”; did you mean “{ $nearest }”?
  }
failure-unknown-topic = { $nearest ->
    [none] there is no topic “{ $topic }”
   *[other] there is no topic “{ $topic }”; did you mean “{ $nearest }”?
  }
    .help = topics here: { $known }
failure-no-questions = there is no question “{ $id }”: there are no questions at all
failure-no-pairs = there are no pairs of French and English sentences in this file
failure-no-terms = there is no term to write, and a termbase has one at least
    .help = export without --lang, --topic or --level, or add concepts with labels to concepts.yaml
failure-lexicon-read = this lexicon cannot be read: { $reason }
    .help = name a file that “passerelle lexicon train” wrote, or “none”; without one, the built-in lexicon is used
failure-lexicon-not = this is not a lexicon
    .help = name a file that “passerelle lexicon train” wrote; it makes one from parallel text
failure-lexicon-version = this lexicon has version { $version }, and version 1 is read here
    .help = train it again with “passerelle lexicon train”
failure-lexicon-line = this is not a line of a lexicon
    .help = mend or remove the line: a stem with its rarity (0–9), then its counterparts with rarity and weight (1–f)
failure-gold-malformed = this is not a judgement: { $detail }
failure-gold-empty = nothing here is about the questions that were read
failure-binary-to-terminal = a deck is not text for a terminal
    .help = name a file with -o, or send the output to one
failure-not-a-table = this is not a table with a column “question”
    .help = begin with: passerelle export csv -o questions.csv
failure-changed-meanwhile = this file changed while it was being read; nothing is written
    .help = save it, and import again
failure-option-of-csv = { $option } is for “passerelle export csv” only
failure-fix-circle = fixes that undo each other were not made
    .help = mend these files by hand; where the wording of terms is meant, look at “terms” in passerelle.yaml
failure-fix-read-only = this file is read-only; it is left as it is
    .help = allow writing to it, and run --fix again
failure-stdin-fix = standard input is no file that --fix could mend
    .help = --diff shows what would change; or name the file
failure-stdin-since = standard input has no history for --since to compare with
    .help = name the file, or leave --since out
failure-fix-changed-meanwhile = this file changed after it was read; it is left as it is
    .help = save it, and run --fix again
failure-git = git cannot say what changed since “{ $revision }”: { $detail }
failure-git-missing = the program “git” is not there, and “--since” asks it what changed
    .help = install git, or name the files to check instead
failure-git-no-repository = this folder is not in a git repository
    .help = check without “--since”, or begin a repository with: git init
failure-git-revision = there is no revision “{ $revision }” in this repository
    .help = “git log --oneline” lists those that are; a shallow clone lacks the older ones: git fetch --unshallow
failure-baseline-missing = there is no baseline here yet
    .help = write what is found now into it with: passerelle lint --baseline FILE --write-baseline
failure-baseline-malformed = this is not a line of a baseline: { $detail }
    .help = write the file anew with: passerelle lint --baseline FILE --write-baseline
failure-exists = this file is there already
    .help = complete it, or ask the question in other words
failure-no-question = “{ $question }” cannot be the heading of a question
    .help = ask it in one sentence, in words
failure-not-empty = this folder is not empty
    .help = choose a new folder, or an empty one
failure-not-a-folder = this is not a folder
    .help = choose another place
failure-port = port { $port } cannot be used: { $reason }
    .help = choose another with --port, or let the system choose with --port 0
failure-watch = the sources cannot be watched: { $reason }
failure-out-foreign = this folder was not made by Passerelle: it holds “{ $file }”
    .help = choose another folder with --out, or empty this one
failure-out-not-a-folder = this is not a folder
    .help = choose another place with --out
failure-out-collision = “{ $file }” is in the way, and was not made by Passerelle
    .help = move it away, then build again
failure-out-overlaps = the site cannot be written here: the folder overlaps with { $other }
    .help = choose a folder of its own with --out
failure-config-unknown-key = { $nearest ->
    [none] unknown key “{ $word }”
   *[other] unknown key “{ $word }”; did you mean “{ $nearest }”?
  }
    .help = known keys here: { $known }
failure-config-unknown-value = { $nearest ->
    [none] unknown value “{ $word }”
   *[other] unknown value “{ $word }”; did you mean “{ $nearest }”?
  }
    .help = known values here: { $known }
failure-config-too-large = this configuration unfolds to something too large
    .help = write the values out instead of repeating anchors (“&”, “*”)
failure-config-type = { $key ->
    [none] this must be { $reason }
   *[other] “{ $key }” must be { $reason }
  }
failure-config-missing = “{ $word }” is missing here
config-expected-text = a text; put it between quotation marks if need be
config-expected-texts = a text, or one for each language: { "{" }fr: …, en: …{ "}" }
config-expected-languages = fr, en, or both: [fr, en]
config-expected-word = a single word
config-expected-list = a list: one value a line, each after “- ”
config-expected-mapping = keys with values: one “key: value” a line
failure-config-malformed = this is not well-formed: { $detail }
failure-config-base-url = “{ $value }” is not an address for the site
    .help = write it in full, for instance https://example.org/questions/
failure-config-language-twice = the language “{ $value }” is given twice
failure-config-no-language = no language is given
    .help = write for instance: languages: [fr, en]
failure-config-folder = “{ $key }” must be a folder inside the project, not “{ $value }”
failure-config-file = “{ $key }” must be a file inside the project, not “{ $value }”
failure-config-accent = “{ $value }” is not a colour
    .help = write it as "#rrggbb", with the quotation marks
failure-config-anki-name = anki.{ $key } cannot be “{ $value }”
    .help = a name of visible characters; in a deck’s name, “::” would begin another level, and quotation marks would be lost
failure-config-terms-circle = the term “{ $term }” ({ $lang }) would be replaced by itself without end: writing it brings “{ $written }”
    .help = take one of the two out of “prefer”; a term is found whatever its case and accents, and inside a longer one; “names” is for the spelling of a name
failure-config-terms-two = “{ $term }” ({ $lang }) is to be replaced by “{ $one }” and by “{ $other }”
    .help = keep it below one of the two
failure-config-terms-forbidden = “{ $term }” ({ $lang }) is to be written, but “{ $forbidden }” is forbidden
    .help = take one of the two out of “terms”
failure-config-repository = “{ $value }” is not a web address
    .help = write it in full, for instance https://github.com/owner/name

## Anki reports

anki-new =
    { $count ->
        [one] 1 new note
       *[other] { $count } new notes
    }
anki-updated =
    { $count ->
        [one] 1 updated note, its schedule kept
       *[other] { $count } updated notes, their schedule kept
    }
anki-retired =
    { $count ->
        [one] 1 retired note
       *[other] { $count } retired notes
    }
anki-unchanged =
    { $count ->
        [one] 1 unchanged note
       *[other] { $count } unchanged notes
    }
anki-absent =
    { $count ->
        [one] 1 note that is only in the older package, and stays as it is
       *[other] { $count } notes that are only in the older package, and stay as they are
    }

## Coverage

coverage-language = language
coverage-questions = questions
coverage-unanswered = without answer
coverage-without-concept = without concept
coverage-concept = concept
coverage-question = question
coverage-place = place
coverage-term = term
coverage-counterpart = in the other, perhaps
coverage-term-language = in
coverage-concepts = Concepts: { $known } known, { $asked } asked about, { $both } of them in both languages.
    .one = Concepts: { $known } known, { $asked } asked about.
coverage-one-language = Asked about in one language only: { $count }
coverage-no-concept = Questions without a concept: { $count }
coverage-no-answer = Questions without an answer: { $count }
coverage-terms = Frequent terms that are no concept yet: { $count }
coverage-more = and { $count } more: --format jsonl has all

## Scaffold

scaffold-answer = TODO
scaffold-reason = the answer is still to be written

## Identity

lock-conflict = a merge left its markers here. Keep the lines of both sides, remove the markers, then build again.
lock-empty = this lock file is empty, so every id could change. Restore it from version control; to start afresh, delete it.
lock-header = the first line of a lock file must be its header. Restore the file from version control.
lock-version = this lock file has version { $detail }, and this program reads version 1. Use a newer release.
lock-malformed = this line is not a record of the lock file: { $detail }
lock-id = the id “{ $detail }” cannot be part of an address.
lock-duplicate = the id “{ $detail }” has two records. Keep one of the two lines.

lint-invalid-id = the id “{ $id }” cannot be part of an address
lint-invalid-id-help = “{ $replacement }” is used in its place. An id has ASCII letters, digits, “-”, “_” and “.”, at most 100.

## Import

import-cell = question “{ $id }”, { $column }
import-no-place = { import-cell }: { $column ->
    [section] its sections are headings that other questions share, or has none
    [options] choices have no place in this layout
   *[other] this layout has no place for it
  }; “{ $value }” (row { $row }) is not put in
    .help = { $column ->
        [section] move the question under another heading, or change the heading, by hand
        [answer] write the answer below the question by hand
       *[other] give the question a file of its own, whose front matter has a key for it
    }
import-misread = { import-cell }: { $why ->
    [number] the document would then be read as { $count } questions
    [other] “{ $other }” in line { $line } would change too
    [own] { $field } would then be read as “{ $read }”
    [lost] { $field } would then not be read at all
    [encoding] the file’s encoding lacks a character of it
   *[rest] text around the questions would be read in another way
  }; “{ $value }” (row { $row }) is not put in
    .help = { $why ->
        [other] change it in all rows that share it, or by hand
        [encoding] save the file as UTF-8 first
       *[own] change it by hand, or word it so that the layout of the document cannot mistake it
    }
import-conflict = { import-cell }: the source changed too since the table was written; it says “{ $source }”, row { $row } says “{ $table }”
    .help = settle it by hand, or export again and repeat the edit
import-no-value = { import-cell }: “{ $value }” (row { $row }) is not a value here
    .help = the keys and their values: docs/schema.md
import-lossy = { import-cell }: the spreadsheet saved as Windows-1252, which lacks characters of the source; row { $row } is not put in
    .help = save as “CSV UTF-8” and import that
import-cut = { import-cell }: the spreadsheet cut the cell in row { $row } after 32,767 characters; the source keeps its text
import-row-twice = the question “{ $id }” has a row already, in line { $line }; only that one counts
    .help = keep one of the two
import-no-question = the row of “{ $id }” has no question; nothing is deleted for it
    .help = delete a question in its source
import-new = a new question: “{ $question }”
    .help = --new makes a file of it
import-unknown = { $nearest ->
    [none] there is no question “{ $id }”
   *[other] there is no question “{ $id }”; did you mean “{ $nearest }”?
  }
    .help = correct the id; or, for a new question, --new makes a file of it
import-retired = the question “{ $id }” is no longer in the collection
    .help = an id is never used again: leave the cell empty for a new question
import-contents = the table of contents still has the old wording of “{ $id }”
    .help = change it by hand, and the link behind it
import-missing = { $missing ->
    [one] { $missing } question has no row; nothing is deleted for it
   *[other] { $missing } questions have no row; nothing is deleted for it
  }
import-summary-nothing = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }, nothing to put into the sources
import-summary-dry = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }, { $changed ->
    [one] { $changed } changed cell
   *[other] { $changed } changed cells
  }, { $placed } of them for { $files ->
    [one] { $files } file
   *[other] { $files } files
  }; --write writes them
import-summary-written = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }, { $changed ->
    [one] { $changed } changed cell
   *[other] { $changed } changed cells
  }, { $placed } of them written to { $files ->
    [one] { $files } file
   *[other] { $files } files
  }

## Lint

lint-level-error = error
lint-level-warning = warning
lint-level-info = info
lint-level-help = help
lint-fix-safe = `--fix` makes this change
lint-fix-unsafe = `--fix --unsafe` makes this change; read it over
lint-summary-clean = No findings
lint-summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
  }
lint-summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
  }
lint-summary-infos = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
lint-summary-fixable = { $count ->
    [one] { $count } mended by `--fix`
   *[other] { $count } mended by `--fix`
  }
lint-summary-fixable-unsafe = { $count ->
    [one] { $count } more by `--fix --unsafe`
   *[other] { $count } more by `--fix --unsafe`
  }
lint-unknown-rule = { $nearest ->
    [none] there is no rule “{ $rule }”
   *[other] there is no rule “{ $rule }”; did you mean “{ $nearest }”?
  }

lint-bare-url = this address is no link: { $address }
lint-bare-url-help = put it between < and >, or give it a text: [text](address)
lint-broken-anchor = this document has no place called “{ $target }”
    .near = there is no place called “{ $target }”; did you mean “{ $near }”?
lint-broken-anchor-help = a heading’s anchor is its text in lower case, with hyphens for spaces and without punctuation; accents stay
lint-broken-internal-link = there is no document “{ $target }” in the collection
lint-broken-internal-link-help = mend the address, which is read from the folder of this document
lint-code-line-too-long = this line of code has { $length } characters
lint-code-line-too-long-help = break it before the 101st: a page shows no more without scrolling
lint-html-element-not-allowed = the HTML element “{ $element }” is not one of those that texts may have
lint-html-element-not-allowed-help = say it in Markdown or in the front matter; `passerelle explain html-element-not-allowed` lists what is allowed
lint-invisible-or-bidi-control = an invisible character: { $code }
    .bidi = a character that turns the order of others round: { $code }
    .c1 = { $code }, a control character in the place of a sign: a byte of another encoding
lint-invisible-or-bidi-control-help = take it out, or put what was meant: what is read and what is searched or run are not the same
lint-non-reserved-example-domain = “{ $domain }” is, or may become, somebody’s
lint-non-reserved-example-domain-help = example.com, example.org and every name that ends with .example are kept for examples (RFC 2606)
lint-not-nfc = accents that are characters of their own: { $words }
lint-not-nfc-help = the same letters in one character each (Unicode NFC) are found by a search
lint-private-use-character = { $code } is a character without a meaning: readers see an empty box, or what their font has there
    .replacement = here a character was lost: { $code } stands for what could not be read
lint-private-use-character-help = write the character that was meant
lint-promotional-or-shortened-link = “{ $what }” hides where this link leads
    .counted = this address counts who brought the reader: `{ $what }`
lint-promotional-or-shortened-link-help = give the address that it leads to
    .counted = take the parameter out; the address works without it
lint-secret-like-literal = this looks like a secret: { $shown }
    .known = this looks like a key of { $service }: { $shown }
lint-secret-like-literal-help = if it is one, withdraw it now: what was published stays known; in an example, write `...` or YOUR_KEY
lint-smart-quotes-in-code = { $lang } does not know the quotation mark { $written }
    .space = { $lang } does not know this no-break space
lint-smart-quotes-in-code-help = a word processor put it there: code has " and ', and plain spaces
lint-unescaped-angle-in-prose = { $written } is taken for a tag, and readers do not see it
lint-unescaped-angle-in-prose-help = put it between backticks
lint-unknown-code-language = no language is called “{ $label }”
    .near = no language is called “{ $label }”; did you mean “{ $near }”?
lint-unknown-code-language-help = the code is shown without colours and is not checked; `text` is for what is no code
lint-dangerous-html = “{ $what }” could run a script, and the site takes it out
lint-dangerous-html-help = take it out, or show it as code
lint-duplicate-id = the id “{ $id }” is already that of the entry at { $path }:{ $line }
    .retired = the id “{ $id }” is that of a retired question, “{ $question }”
lint-duplicate-id-help = an id names one entry for ever: give this one another
lint-code-does-not-parse = this does not parse as { $lang }
    .expected = this does not parse as { $lang }: `{ $token }` is missing here
    .unexpected = this does not parse as { $lang }: `{ $token }` does not belong here
    .unclosed = this does not parse as { $lang }: `{ $token }` is never closed
    .await = `await` stands in a function that is not `async`
lint-code-does-not-parse-help = mend the code, write `...` for what is left out, or name its language after the opening marks
lint-duplicate-question = this question is already asked: { $other }
lint-duplicate-question-help = keep the better answer, or ask for what makes the two different
lint-image-alt = the image “{ $image }” has no description
lint-image-alt-help = write between the brackets what one would see: ![A request goes round the ring](ring.svg)
lint-invalid-concepts = the glossary is not valid
    .malformed = the glossary cannot be read: { $value }
    .key = a concept has no key “{ $value }”
    .id = this concept has no id
    .label = the concept “{ $value }” has no label
    .duplicate = the concept “{ $value }” is already defined
    .unknown = there is no concept “{ $value }”
    .itself = the concept “{ $value }” is broader than, or related to, itself
    .circle = broader concepts go round in a circle: { $value }
lint-invalid-concepts-help = `passerelle explain invalid-concepts` lists what a glossary must be
lint-invalid-data = this cannot be read: { $reason }
    .front-matter = this front matter cannot be read: { $reason }
    .record = this record has no question
    .column = this header has no column “question”
    .quote = this quotation mark opens a cell that nothing closes
    .front-matter-open = this front matter is not closed: its keys are not read
lint-invalid-data-help = the rest of the document was read; this part was left out
lint-invalid-links = the decisions about links are not valid
    .malformed = this cannot be read: { $value }
    .key = a decision has no key “{ $value }”; did you mean “{ $near }”?
    .missing = this decision has no “{ $value }”
    .kind = a link is never “{ $value }”; did you mean “{ $near }”?
    .reason = this decision does not say why
    .unknown = there is no question “{ $value }”
    .near = there is no question “{ $value }”; did you mean “{ $near }”?
    .self = this links “{ $value }” to itself
    .again = “{ $other }” and “{ $value }” are decided on already
    .language = “{ $other }” and “{ $value }” are in one language: neither translates the other
lint-invalid-links-help = a decision has the form: {"- {a: …, b: …, kind: same|translation|close|related|none, reason: …}"}
lint-label-content-mismatch = this code is labelled `{ $label }`, but it is { $lang }
lint-label-content-mismatch-help = write `{ $lang }` after the opening marks, or split code of two languages into two blocks
lint-missing-accent = “{ $written }” lacks its accents: “{ $meant }”
lint-missing-accent-help = French has no word “{ $written }”, and one word with accents that is spelt alike
lint-missing-accent-ambiguous = “{ $written }” lacks its accents: “{ $meant }”
    .several = “{ $written }” lacks its accents: “{ $meant }”, or else { $others }
lint-missing-accent-ambiguous-help = several words fit, or an English one is spelt alike: choose
lint-missing-accent-real-word = “{ $written }” is a word, but here it was probably meant to be “{ $meant }”
lint-missing-accent-real-word-help = the text around it lacks its accents
lint-missing-elision = “{ $written }” is elided: “{ $meant }”
lint-missing-elision-help = French drops a vowel before another
lint-missing-ligature = “{ $written }” is written “{ $meant }”
lint-missing-ligature-help = French joins these letters in this word
lint-missing-answer = this question has no answer
    .placeholder = the answer of this question only keeps its place
    .section = { $count ->
        [one] the question of this section has no answer
       *[other] none of the { $count } questions of this section has an answer
    }
    .choice = none of the choices of this question is marked as right
lint-missing-answer-help = write the answer, or take the question out until there is one
    .choice = mark the right choice
lint-missing-image = the image “{ $image }” is not there
lint-missing-image-help = put it beside the document, within the content folder, or mend its address; readers see its description instead
lint-missing-message = the message “{ $key }” is not in { $other }
    .variables = the message “{ $key }” does not take the same values in { $other }: { $variables }
lint-missing-message-help = write it in both languages, with the same values
lint-mojibake = “{ $written }” was meant to be “{ $meant }”
lint-mojibake-help = UTF-8 that was read in another encoding and saved again
lint-narrow-nbsp-before-high-punctuation = a space is missing before “{ $mark }”
lint-narrow-nbsp-before-high-punctuation-help = French sets a narrow no-break space before ; ! ? and a no-break space before :
lint-space-before-percent = “{ $written }” is written “{ $meant }”
lint-space-before-percent-help = French sets a no-break space between a number and its unit
lint-straight-apostrophe = a straight apostrophe
lint-straight-apostrophe-help = French text has ’
lint-straight-quotes = straight quotation marks: { $written }
lint-straight-quotes-help = French quotes between « and », with no-break spaces inside
lint-near-duplicate-question = this is near to what is already asked: { $other }
lint-near-duplicate-question-help = look whether “{ $question }” says it already; if not, ask for what makes the two different
lint-stale-decision = this decision changes nothing
    .given = the scores give the link of “{ $other }” and “{ $value }” this kind anyway
    .absent = the scores give no link of “{ $other }” and “{ $value }”
    .retired = the question “{ $value }” is no longer there
lint-stale-decision-help = take it out
lint-stale-translation = its { $lang ->
    [fr] French
   *[en] English
    } side says something else since the two were last in line: { $other }
lint-stale-translation-help = say the same here; or, where nothing has to change, run “passerelle build --in-line { $id }”
lint-suppression-without-reason = this suppression of “{ $rule }” does not say why
lint-suppression-without-reason-help = put the reason after the rule’s name
lint-truncated-text = the text breaks off: “{ $text }”
lint-truncated-text-help = find the whole text again, or end the sentence
lint-unclosed-fence = this code fence is not closed where its code ends
lint-unclosed-fence-help = a Markdown reader takes what follows for code: close the fence
lint-unfenced-code = this code has no fence around it
lint-unfenced-code-help = put ```{ $lang } before it and ``` after it
lint-unknown-front-matter-key = there is no key “{ $key }”
    .near = there is no key “{ $key }”; did you mean “{ $near }”?
lint-unknown-front-matter-key-help = an unknown key is never used
lint-unknown-concept = no concept is called “{ $concept }”
    .near = no concept is called “{ $concept }”; did you mean “{ $near }”?
lint-unknown-concept-help = name a concept of concepts.yaml, or add this one there
lint-unknown-value = `{ $key }` is never “{ $value }”
    .near = `{ $key }` is never “{ $value }”; did you mean “{ $near }”?
    .language = this is neither French nor English; it is taken for English
lint-unknown-value-help = it is one of: { $known }
    .language = say `lang: fr` or `lang: en` where it is one of the two; other languages are not linked
lint-unlabelled-fence = this code fence does not name its language
    .guess = this code fence does not name its language, which seems to be “{ $lang }”
lint-unlabelled-fence-help = write the language after the opening marks, or `text`
lint-unreadable-file = this file cannot be read: { $detail }
    .denied = this file may not be read: permission is denied
    .missing = this link leads nowhere
    .vanished = this file was there a moment ago, and is gone
    .io = this cannot be read: { $reason }
    .loop = this link leads back to “{ $target }”, in a circle; it is not followed
    .outside = this link leads out of the content folder, to “{ $target }”; it is not followed
    .too-large = this file is larger than { $limit } MiB and is not read
    .not-utf8 = this file is not UTF-8 text: the byte { $byte } at offset { $offset } belongs to no character
    .utf-16 = this file is in UTF-16
lint-unreadable-file-help = save it as text in UTF-8
    .denied = give yourself the right to read it, for instance with: chmod u+r
    .missing = remove the link, or mend its target
    .vanished = run again once nothing else writes there
    .io = check the disk and the file’s kind
    .loop = remove the link
    .outside = put the file itself into the content folder
    .too-large = split it, or take out what is not a question
    .not-utf8 = convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8
    .utf-16 = convert it, for instance with: iconv -f UTF-16 -t UTF-8
lint-unused-suppression = this suppression of “{ $rule }” suppresses nothing
    .unknown = this suppression names “{ $rule }”, which is not a rule
    .near = this suppression names “{ $rule }”, which is not a rule; did you mean “{ $near }”?
    .form = this is not read as a suppression: “{ $written }”
lint-unused-suppression-help = take it out: it would hide the next fault
    .form = write <!-- passerelle: allow RULE reason -->

## Rules about the shape of questions and documents
lint-answer-only-in-code-fence = this answer is code that nothing explains
    .prose = this answer is prose in the dress of code
lint-answer-only-in-code-fence-help = say in a sentence what the code does
    .prose = take it out of the fence, so that lists and emphasis are shown
lint-answer-too-long = this answer has { $count } words, more than { $most }
lint-answer-too-long-help = put what matters first, and make entries of their own of the rest
lint-answer-too-short = this answer has { $count } { $count ->
    [one] character
   *[other] characters
  }, fewer than { $least }
lint-answer-too-short-help = say why, or give an example; what is only a term and its meaning is `kind: flashcard`
lint-broken-paragraph = a sentence is cut in two here
lint-broken-paragraph-help = join the lines
lint-duplicate-heading = this section has the same title as that of line { $first }
lint-duplicate-heading-help = say in the titles what makes the two different, or join the sections
lint-heading-not-marked-up = this line stands for a section title, and is not written as one
lint-heading-not-marked-up-help = write `## ` before it
lint-inconsistent-label-punctuation = most labels of this document are written as “{ $other }”
lint-inconsistent-label-punctuation-help = put the colon on the same side of the emphasis everywhere
lint-label-language-mismatch = { $lang ->
        [fr] “{ $label }” is an English label in a French entry
       *[other] “{ $label }” is a French label in an English entry
    }
lint-label-language-mismatch-help = write “{ $own }”
lint-list-marker-artefact = “{ $marker }” is what a word processor leaves of a list
    .space = a lone space begins this line: a list marker or a line break was lost
lint-list-marker-artefact-help = write a marker that Markdown knows: `-`, or a number
    .space = write the marker, or join the line with the one above
lint-markdown-swallowed-by-html-block = this Markdown stands in an HTML block, where other tools show it as it is typed
lint-markdown-swallowed-by-html-block-help = leave a blank line after the tag
lint-missing-final-newline = the last line does not end
lint-missing-final-newline-help = end it
lint-missing-front-matter = this document does not begin with its keys
lint-missing-front-matter-help = write `lang`, `topic` and `difficulty` between two lines `---` at its head
lint-missing-h1 = this document of several questions has no title
lint-missing-h1-help = begin it with a heading of level 1: `# Title`
lint-missing-question-mark = this question has no question mark
    .request = this is announced as a question, and asks without being one
lint-missing-question-mark-help = end it with a question mark
    .request = ask it as a question, or take the label away
lint-multiple-blank-lines = one blank line is enough here
lint-multiple-blank-lines-help = take the others out
lint-numbering = this is number { $number }, and line { $line } has number { $last }
    .repeat = number { $number } was given on line { $line } already
    .count = the title promises { $said } questions, and there are { $there }
lint-numbering-help = look whether one was lost, then number them again
    .count = look whether one was lost, then say the right number, or none
lint-question-is-a-topic = this names a subject, and asks nothing about it
    .section = this names a subject above questions without answers
lint-question-is-a-topic-help = ask what a learner should be able to say
lint-question-repeated = the question of line { $first } is repeated here
lint-question-repeated-help = keep one of the two
lint-question-too-long = this question has { $count } characters, more than { $most }
lint-question-too-long-help = move the situation to the text below it
lint-several-questions-in-one-entry = this entry asks { $count } questions
    .section = this topic asks { $count } questions, and answers none
lint-several-questions-in-one-entry-help = make one entry of each, or ask for what they have in common
lint-trailing-whitespace = this line ends in white space
lint-trailing-whitespace-help = take it out

## Editors

lsp-replace = Replace “{ $old }” with “{ $new }”
lsp-insert = Insert “{ $new }”
lsp-remove = Take out “{ $old }”
lsp-mend = Mend: { $message }
lsp-look = { $done } (look at it)
lsp-allow = Allow “{ $rule }” here, with a reason
lsp-mend-all = Mend everything that can be mended safely
lsp-questions = { $fr ->
    [0] No question in French
    [one] One question in French
   *[other] { $fr } questions in French
  }, { $en ->
    [0] none in English
    [one] one in English
   *[other] { $en } in English
  }.
lsp-key-id = The permanent name of the question: in addresses, in the ids that last, in Anki notes. Never change it.
lsp-key-lang = The language of the text, `fr` or `en`; found out where nothing says it.
lsp-key-kind = What a learner is asked to do: `open`, `mcq`, `exercise` or `flashcard`.
lsp-key-context = The situation that the question is about, as Markdown.
lsp-key-status = Whether there is an answer, and if not, why: `answered`, `unanswered`, `truncated` or `placeholder`.
lsp-key-topic = The topic, above every section: questions of one topic share a page and a deck.
lsp-key-section = The titles of the sections around the question, outermost first.
lsp-key-difficulty = How hard the question is: `beginner`, `intermediate` or `advanced`.
lsp-key-tags = Words to find the question by, as they are written.
lsp-key-concepts = What the question is about: concepts by their ids or by their names in either language. They lead to its counterparts.
lsp-key-aliases = Old ids or addresses that lead to this question.
lsp-key-allow = Rules that do not count here, each with the reason.

## Lint: wording, languages, counterparts

lint-technical-term-spelling = “{ $written }” is written “{ $meant }”
    .near = “{ $written }” is no term; was “{ $meant }” meant?
lint-technical-term-spelling-help = put it under `terms: {"{"}keep: […]{"}"}` in passerelle.yaml where it should stay as it is
lint-inconsistent-term = “{ $written }” is written “{ $usual }” elsewhere in this document ({ $rare } against { $often })
lint-inconsistent-term-help = choose one way to write it
lint-forbidden-term = the settings of the collection forbid “{ $written }”
    .prefer = the collection writes “{ $meant }” for “{ $written }”
lint-forbidden-term-help = say it in other words; `terms` in passerelle.yaml has the list
    .prefer = `terms` in passerelle.yaml has the list
lint-wrong-language = this is marked as { $expected ->
        [fr] French
       *[en] English
    }, and written in { $found ->
        [fr] French
       *[en] English
    }
    .folder = this stands in the folder “{ $expected }”, and is written in { $found ->
        [fr] French
       *[en] English
    }
    .answer = this is asked in { $expected ->
        [fr] French
       *[en] English
    } and answered in { $found ->
        [fr] French
       *[en] English
    }
lint-wrong-language-help = mend the mark, or move the question to where its language belongs
    .folder = move the question, or say `lang` in its front matter
    .answer = ask and answer in one language
lint-mixed-language-heading = “{ $written }” is not in the language of this document
lint-mixed-language-heading-help = write the title in one language; a term may go into the glossary or under `terms: {"{"}keep: […]{"}"}`
lint-cross-language-counterpart-unlinked = { $other } asks the same, and only the words join the two
lint-cross-language-counterpart-unlinked-help = name the concepts in both (concepts: [{ $concepts }]), or decide in links.yaml: {"- {a: "}{ $a }, b: { $b }, kind: same, reason: …{"}"}
    .decide = name a concept in both, or decide in links.yaml: {"- {a: "}{ $a }, b: { $b }, kind: same, reason: …{"}"}
lint-missing-counterpart = nobody asks this in { $lang ->
        [fr] French
       *[en] English
    }
lint-missing-counterpart-help = write the question in the other language too; `passerelle status` lists what is missing by concept
lint-structure-differs = { $part ->
        [code] blocks of code
        [lists] list items
        [images] images
        [tables] tables
       *[headings] headings
    }: { $own } here, { $theirs } at { $other }
lint-structure-differs-help = bring the two to the same state
lint-code-differs-between-languages = this code does something else than its counterpart at { $other }
lint-code-differs-between-languages-help = mend the one that was left behind
lint-copy-not-translated = the answer is marked as { $lang ->
        [fr] French
       *[en] English
    } but has the words of { $other }
lint-copy-not-translated-help = translate it, or take it out until somebody has
lint-invalid-message = this message cannot be read: { $detail }
    .category = the branch “{ $category }” of the message “{ $key }” is never taken
    .default = the message “{ $key }” falls back to “{ $category }”, which is for some numbers only
    .one = the message “{ $key }” has no branch for one
lint-invalid-message-help = the reader of Fluent leaves it out, so that its name would be shown instead
    .category = French and English have one, other and, for millions in French, many
    .default = put the star before [other]
    .one = add [one]: French and English both tell one from several
lint-message-typography = “{ $written }” in the message “{ $key }” is written “{ $meant }”
lint-message-typography-help = French has ’, a no-break space before : and inside « », and a narrow one before ; ! ?
lint-untranslated-message = the message “{ $key }” says the same in both languages
lint-untranslated-message-help = translate it; words that are the same in both go under `terms: {"{"}keep: […]{"}"}`
lint-duplicate-label = “{ $value }” is also a label of the concept “{ $other }”
lint-duplicate-label-help = a question that says it could be about either: keep the label where it means most
lint-missing-label = the concept “{ $concept }” has no { $value ->
        [fr] French
       *[en] English
    } label
lint-missing-label-help = add it to `prefLabel`: questions of that language find the concept by it
lint-id-differs-from-file-name = the id “{ $id }” is not the name of its file, “{ $file }”
lint-id-differs-from-file-name-help = rename the file: a published id stays as it is
lint-lang-differs-from-folder = this says `lang: { $lang }` in the folder “{ $folder }”
lint-lang-differs-from-folder-help = move the question to the folder of its language, or mend its `lang`
