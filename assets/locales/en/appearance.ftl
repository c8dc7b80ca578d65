### How the forum looks, the documents that its keeper answers for, and agreeing to them.

## Administration

admin-appearance = Appearance
admin-appearance-about = Name, logo, colour, welcome and the links at the end of every page.
appearance-save = Save the appearance
appearance-preview = Preview
appearance-preview-about = This is how the forum would look. Nothing is saved yet: change more below, or save.
notice-appearance-saved = The appearance is saved, and every page shows it.
setting-logo = Logo
setting-logo-hint = A PNG of up to { $size } kB and { $pixels } pixels a side. It stands in place of the name, so it should hold it, on light and dark grounds.
setting-logo-now = The logo now
setting-logo-along = The logo of this preview goes along. Choose a file only to take another.
logo-remove = Remove the logo
notice-logo-removed = The logo is gone; the name stands in its place.
setting-accent = Accent colour
setting-accent-hint = Links and buttons, as #rrggbb. The lighter and darker shades, and those of the dark look, follow from it.
setting-accent-choose = Choose the accent colour
setting-accent-better = Use { $accent } and look
setting-footer = Links at the end of every page
setting-footer-hint = One to a line: the words, an upright stroke, the address. Example: Help centre | https://help.example.com
look-light = Light
look-dark = Dark
look-own = As your browser has it

problem-field-accent = Accent colour
problem-field-file = Logo
problem-field-footer-links = Footer links
problem-field-agreed = Consent
problem-colour = That is no colour. It looks like #34479b.
problem-accent-faint = This colour is too faint for words. Choose a darker one.
problem-accent-faint-figures = { $accent } is too faint for words: its contrast with the pages is { $contrast } : 1, and 4.5 : 1 is needed. The nearest that can be read is { $better }.
problem-footer-many = There is room for { $limit } links. Remove some.
problem-footer-line = Line { $limit } is no link. It looks like: Help centre | https://help.example.com
problem-logo-large = The file has more than { $limit } kB. Choose a smaller one.
problem-logo-wide = The picture has more than { $limit } pixels on a side. Make it smaller.
problem-logo-rich = The picture has too many details for a logo. Choose one with fewer colours.
problem-logo-no-png = That file is no whole PNG. Save the picture as PNG and choose it again.

## Documents

document-terms = Terms of use
document-privacy = Privacy
document-imprint = Imprint
document-version = Version { $version }
document-before = The version before
document-newest = Read the newest version
document-replaced = This version was replaced
admin-documents = Documents
admin-documents-about = Terms, privacy and imprint. Every change is a new version; the old ones stay readable.
document-column = Document
document-state = In force
document-none = None
document-change = Change
document-text = Text
document-text-hint = An empty text takes the document away.
document-asks = Ask everybody for consent again
document-asks-hint = People who have an account are asked at their next visit, and before they next post. Whoever signs up agrees to the newest version in any case.
document-publish = Publish as a new version
notice-document-published = The new version is in force.
notice-document-unchanged = The text is what it was; there is no new version.
problem-document-outrun = Somebody published another version meanwhile. Read it, and publish yours after it if it still holds.

## Consent

agree-label = I agree to:
agree-joint = ,{" "}
problem-not-agreed = Tick the box: an account needs your consent.
problem-agreed-to-older = The documents have changed since you opened this page. Read them and tick the box again.
consent-title = The documents of this forum have changed.
consent-about = You can go on reading; agree before you post again:
consent-button = I agree
notice-agreed = Your consent is recorded.
consent-before-title = Agree before you post
consent-before-about = The documents of this forum have changed since you agreed to them. Nothing that you wrote is lost.
consent-before-button = I agree, go on
consent-before-back = Use your browser’s back button to return to your text without agreeing.

## Samples: what a look is judged by

sample-category = Billing
sample-category-about = Invoices, cards, refunds.
sample-title = How do I change the card on file?
sample-asker = ada
sample-answerer = bob
sample-long-name = Bartholomew Featherstonehaugh-Cholmondeley
sample-tag = card
sample-rows = Threads
sample-waits = Time to the first answer
sample-shares = Resolved within 24 hours
sample-period-later = this month
sample-period-earlier = last month
sample-question = My card runs out next month. The form under **Settings → Billing** says `card declined`, although [the bank](#content) sees no attempt. What do I do?
sample-answer = Remove the old card first, then add the new one. With both on file the old one is charged.
sample-sentence = One sentence that says what happens next.
sample-button = Do it
sample-everything =
    # A heading

    A paragraph with **strong**, *stressed*, `code` and [a link](#content).

    - one
    - two

    > A quotation.

    ```
    tanya demo --port 8080
    ```

    | Name | Count |
    | --- | --- |
    | one | 1 |

## The page of all components

design-title = Design
design-about = Every token and every component, in all states. Only where the public address is this machine.
design-looks = Look
design-colours = Colours
design-type = Type: a scale of 1.2
design-grid = Space: a grid of 4 px
design-buttons = Buttons
design-marks = Marks and faces
design-icons = Icons
design-links = Links in rows
design-fields = Fields
design-choices = Choices
design-writing = Writing, and what is written
design-notices = Notices
design-posts = Parts of a thread
design-moderation = For moderators
design-tables = Tables
design-pictures = Pictures of figures
design-empty = Empty places
design-pages = Pieces of pages
