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
site-unanswered = { $count } without an answer
site-level-beginner = { $count } for beginners
site-level-intermediate = { $count } intermediate
site-level-advanced = { $count } advanced
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
flag-code-unfenced = Code without delimiters in the source has been set as code.
flag-truncated = The text breaks off in the source.

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

