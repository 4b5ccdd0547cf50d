# Words of the interface, in English.

## Languages and levels


## Site


## Search


## Exports

export-anki-hint = Hint
export-anki-level =
    { $level ->
        [beginner] Beginner
        [intermediate] Intermediate
       *[advanced] Advanced
    }
export-anki-retired = This question is no longer part of the collection. You can delete the card.


## Command-line messages


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

lint-dangerous-html = “{ $what }” could run a script, and the site takes it out
lint-dangerous-html-help = take it out, or show it as code
lint-duplicate-id = the id “{ $id }” is already that of the entry at { $path }:{ $line }
lint-duplicate-id-help = an id names one entry for ever: give this one another
lint-duplicate-question = this question is already asked: { $other }
lint-duplicate-question-help = keep the better answer, or ask for what makes the two different
lint-invalid-concepts = the glossary is not valid
    .malformed = the glossary cannot be read: { $value }
    .key = a concept has no key “{ $value }”
    .id = this concept has no id
    .label = the concept “{ $value }” has no label
    .duplicate = the concept “{ $value }” is already defined
    .unknown = there is no concept “{ $value }”
lint-invalid-concepts-help = `passerelle explain invalid-concepts` lists what a glossary must be
lint-invalid-data = this cannot be read: { $reason }
    .front-matter = this front matter cannot be read: { $reason }
lint-invalid-data-help = the rest of the document was read; this part was left out
lint-missing-answer = this question has no answer
    .placeholder = the answer of this question only keeps its place
    .section = { $count ->
        [one] the question of this section has no answer
       *[other] none of the { $count } questions of this section has an answer
    }
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
    .near = there is no key “{ $key }”; did you mean “{ $near }”?
lint-unknown-front-matter-key-help = an unknown key is never used
lint-unknown-value = `{ $key }` is never “{ $value }”
    .near = `{ $key }` is never “{ $value }”; did you mean “{ $near }”?
lint-unknown-value-help = it is one of: { $known }
lint-unlabelled-fence = this code fence does not name its language
    .guess = this code fence does not name its language, which seems to be “{ $lang }”
lint-unlabelled-fence-help = write the language after the opening marks, or `text`
lint-unreadable-file = this file cannot be read
    .denied = this file may not be read: permission denied
    .missing = this file is not there
    .io = this file cannot be read: { $reason }
    .too-large = this file has more than { $limit } MiB and was not read
    .utf-16 = this file is in UTF-16
    .not-utf8 = this file is not in UTF-8: the byte { $byte } at { $offset } does not belong there
    .outside = this link leads out of the folder, to { $target }
    .loop = this link leads back to { $target }
lint-unreadable-file-help = nothing of it is in the collection
    .denied = give yourself the right to read it
    .too-large = a collection of questions is never that large: cut it, or move it elsewhere
    .utf-16 = save it as text in UTF-8
    .not-utf8 = save it as text in UTF-8
lint-unused-suppression = this suppression of “{ $rule }” suppresses nothing
    .unknown = this suppression names “{ $rule }”, which is not a rule
    .near = this suppression names “{ $rule }”, which is not a rule; did you mean “{ $near }”?
lint-unused-suppression-help = take it out: it would hide the next fault
