# Words of the interface, in English.

## Languages and levels


## Site


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
