# Small help with reading and writing: code, drafts, quotations, names, keys, the pages of a long thread.

code-copy = Copy
code-copied = Copied

# The script puts how long ago it was, such as “5 minutes ago”, in the place of %.
draft-back = Your draft from % is back.
draft-discard = Discard it
offline = You are offline, so nothing was sent. Try again when the connection is back.
offline-kept = You are offline, so this was not sent. Your text stays here: send it when the connection is back.

quote = Quote
people-list = People
# The script puts the number in the place of %.
people-found = { $count ->
    [one] % person found
   *[other] % people found
}

shortcuts-title = Keyboard shortcuts
shortcuts-about = Keys that work on every page while you are not typing in a field.
shortcuts-need-script = They need JavaScript, which is switched off in this browser. Everything can be reached with Tab and Enter too.
shortcuts-switch = Use these keys in this browser
shortcuts-close = Close
shortcut-then = then
shortcut-sheet = Show these keys
shortcut-home = Go to the home page
shortcut-threads = Go to all threads
shortcut-unanswered = Go to questions without an answer
shortcut-ask = Ask a question
shortcut-next = Next post, or next line of a list
shortcut-previous = The one before
shortcut-reply = Write an answer
footer-shortcuts = Keyboard shortcuts

replies-pages = Pages of replies
replies-first = First page
replies-more = More replies
replies-latest = Latest reply
