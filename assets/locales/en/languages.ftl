### Choosing the language of pages and letters. Each language is called by its own name, which stands in the program.

layout-language = Language
settings-language = Language
field-language = Language of pages and letters
settings-language-hint = What people write here stays in the language in which they wrote it.
settings-language-unchosen = As the browser asks
settings-language-save = Save the language
