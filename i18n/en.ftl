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
   *[other] { $title }: { $count } interview questions, with their answers.
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
site-search-hint = A word, in French or in English
site-search-description = Search “{ $title }” in both languages at once.
site-search-noscript = Search needs JavaScript. Without it, the topics and concepts below lead to every question.
site-browse = Browse
site-msg-none = No results. Try another word, or browse the topics.
site-msg-one = 1 result
site-msg-many = {"{n}"} results
site-msg-corrected = Showing results for “{"{word}"}”
site-msg-offline = The index could not be loaded. Check the connection, then try again.
site-downloads = Downloads
site-downloads-description = The questions of “{ $title }” to take away: Anki decks and tables.
site-downloads-lead = To revise without a network.
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
site-unanswered = { $n ->
    [one] { $count } without an answer
   *[other] { $count } without an answer
}
site-level-beginner = { $n ->
    [one] { $count } for beginners
   *[other] { $count } for beginners
}
site-level-intermediate = { $n ->
    [one] { $count } intermediate
   *[other] { $count } intermediate
}
site-level-advanced = { $n ->
    [one] { $count } advanced
   *[other] { $count } advanced
}
site-how = How to use it
site-how-read = Choose a topic, read the question, answer it out loud, then compare with the answer.
site-how-languages = Every question leads to those on the same subject in the other language.
site-how-concepts = A concept gathers all that is about it, with its vocabulary in both languages.
site-how-downloads = To remember, take the questions to Anki:
site-empty = Nothing here yet.
site-print = Print version
site-answer = Answer
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
site-see-also = See also
site-turn = Neighbouring questions of the topic
site-previous = Previous
site-next = Next
site-source = Source:
site-lines = lines { $first } to { $last }
site-edit = Edit
site-broader = More general
site-narrower = More specific
site-related = Related
site-also-called = Also called:
site-missing = Page not found
site-missing-help = The address may have changed. Search or the home page will put you back on track.
site-moved = This page has moved
site-retired = Question retired
site-retired-help = This question is no longer part of the collection. The topics lead to all the others.
site-error-template = template { $name }: { $message }
site-error-template-line = template { $name }, line { $line }: { $message }
site-error-accent = site.accent must be a colour of the form #rrggbb, not “{ $value }”
site-error-base-url = base_url must be an http(s) address, not “{ $value }”
site-error-path = the path “{ $path }” would leave the site’s folder
flag-mojibake = Damaged characters of the source have been restored.
flag-fence-recovered = A code block left open in the source has been restored.
flag-truncated = The text breaks off in the source.

## Search

search-level-beginner = Beginner
search-level-intermediate = Intermediate
search-level-advanced = Advanced


## Exports


## Command-line messages


## Lint

## Identity

lock-conflict = a merge left its markers here. Keep the lines of both sides, remove the markers, then build again.
lock-header = the first line of a lock file must be its header. Restore the file from version control.
lock-version = this lock file has version { $detail }, and this program reads version 1. Use a newer release.
lock-malformed = this line is not a record of the lock file: { $detail }
lock-id = the id “{ $detail }” cannot be part of an address.
lock-duplicate = the id “{ $detail }” has two records. Keep one of the two lines.

lint-duplicate-id = the id “{ $id }” is used twice
lint-duplicate-id-help = The entry at { $path }:{ $line } keeps it, this one gets a number. Give each its own id.
lint-invalid-id = the id “{ $id }” cannot be part of an address
lint-invalid-id-help = “{ $replacement }” is used in its place. An id has ASCII letters, digits, “-”, “_” and “.”, at most 100.
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

lint-dangerous-html = “{ $what }” could run a script, and the site takes it out
lint-dangerous-html-help = take it out, or show it as code
lint-duplicate-id = the id “{ $id }” is already that of another entry
lint-duplicate-id-help = an id names one entry for ever: give this one another
lint-duplicate-question = this question is already asked: { $other }
lint-duplicate-question-help = keep the better answer, or ask for what makes the two different
lint-invalid-concepts = the glossary is not valid: { $detail }
lint-invalid-concepts-help = `passerelle explain invalid-concepts` lists what a glossary must be
lint-invalid-data = this cannot be read: { $detail }
lint-invalid-data-help = the rest of the document was read; this part was left out
lint-missing-answer = this question has no answer
    .placeholder = the answer of this question only keeps its place
    .choice = none of the choices of this question is marked as right
lint-missing-answer-help = write the answer, or take the question out until there is one
    .choice = mark the right choice
lint-missing-message = the message “{ $key }” is not in { $other }
    .variables = the message “{ $key }” does not take the same values in { $other }: { $variables }
lint-missing-message-help = write it in both languages, with the same values
lint-mojibake = “{ $written }” was meant to be “{ $meant }”
lint-mojibake-help = UTF-8 that was read in another encoding and saved again
lint-suppression-without-reason = this suppression of “{ $rule }” does not say why
lint-suppression-without-reason-help = put the reason after the rule’s name
lint-truncated-text = the text breaks off: “{ $text }”
lint-truncated-text-help = find the whole text again, or end the sentence
lint-unclosed-fence = this code fence is not closed where its code ends
lint-unclosed-fence-help = a Markdown reader takes what follows for code: close the fence
lint-unfenced-code = this code has no fence around it
lint-unfenced-code-help = put ```{ $lang } before it and ``` after it
lint-unknown-front-matter-key = there is no key “{ $key }”
    .nearest = there is no key “{ $key }”; did you mean “{ $nearest }”?
lint-unknown-front-matter-key-help = an unknown key is never used
lint-unlabelled-fence = this code fence does not name its language
    .guess = this code fence does not name its language, which seems to be “{ $lang }”
lint-unlabelled-fence-help = write the language after the opening marks, or `text`
lint-unreadable-file = this file cannot be read: { $detail }
lint-unreadable-file-help = save it as text in UTF-8
lint-unused-suppression = this suppression of “{ $rule }” suppresses nothing
    .unknown = this suppression names “{ $rule }”, which is not a rule
    .nearest = this suppression names “{ $rule }”, which is not a rule; did you mean “{ $nearest }”?
lint-unused-suppression-help = take it out: it would hide the next fault
