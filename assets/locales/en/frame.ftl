## The frame's links, and the page of a fault.

menu-threads = Threads
menu-tags = Tags
menu-settings = Settings
menu-admin = Administration
footer-permissions = Who may do what

fault-way-threads = All threads
fault-way-home = Home

fault-not-found-title = There is nothing at this address
fault-not-found = The page may have been moved or deleted, or the address was mistyped. Look through the threads, or begin at the home page.
fault-wrong-method-title = That cannot be done here
fault-wrong-method = This address does not take such a request. Go back and use the page’s own buttons.
fault-forbidden-title = You may not do that
fault-forbidden = Your account does not have the permission. The page “Who may do what” lists what each role may do.
fault-sign-in-needed-title = Sign in first
fault-sign-in-needed = This needs an account.
fault-malformed-form-title = The form did not arrive whole
fault-malformed-form = Go back, reload the page and send it again. Your text is still in the browser’s page.
fault-malformed-query-title = This address is not complete
fault-malformed-query = Something in the address was changed or cut. Start again from the list.
fault-malformed-text-title = The text cannot be read
fault-malformed-text = It holds bytes that are not valid UTF-8. Go back and send plain text.
fault-too-large-title = That is too long
fault-too-large = A post can be up to 64 kB. Go back and shorten it; for long logs, keep the part around the error.
fault-wrong-type-title = The form was sent in an unknown way
fault-wrong-type = Use the form on the page.
fault-forged-title = This request came from another site
fault-forged = To keep your account safe, nothing was changed. Open the page here and send it again.
fault-too-many-title = You are very fast
fault-too-many = This forum answers only so many requests in a while, and yours were more. Wait { $wait }, then go on where you were.
fault-too-slow-title = That took too long
fault-too-slow = What your browser sent came so slowly that the server stopped waiting. Go back, and send it again when the connection is better.
fault-busy-title = The server is busy
fault-busy = Nothing was lost that was confirmed. Wait a few seconds and try again.
fault-cannot-save-title = Nothing can be saved at the moment
fault-cannot-save = The server cannot write to its disk. Copy your text, and try again later; the operators can see the reason in the log.
fault-broken-title = Something went wrong on our side
fault-broken = The cause is in the server’s log. Nothing was lost that was confirmed. Try again, or come back later.
fault-locked-title = This thread takes no more posts
fault-locked = A moderator locked or closed it. Start a new thread if something is left to say, and link to this one.

kept-signed-out = You are signed out. What you wrote is kept on this page: sign in in a new tab, then come back here and send it again.
kept-to-send = What you wrote is kept on this page. Send it again, or copy it.
kept-to-copy = What you wrote is kept on this page, so that you can copy it.
kept-send = Send it again
