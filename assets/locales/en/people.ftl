### Accounts: signing up and in, passwords, profiles, settings, the set-up.

## Fields

field-name = Name
field-email = E-mail address
field-password = Password
field-new-password = New password
field-current-password = Current password
field-about = About you
field-code = Code
password-hint = At least { $least } characters. A few unrelated words are easy to remember.

## Problems

problem-name-characters = A name has letters and digits on one line, without @, <, > or /. Choose another one.
problem-name-short = A name has at least { $limit } characters, one of them a letter or a digit.
problem-name-long = A name has at most { $limit } characters. Shorten it.
problem-name-taken = Somebody else has that name. Choose another one.
problem-email = That is no e-mail address. It looks like ada@example.com.
problem-password-short = A password has at least { $limit } characters. Make it longer.
problem-password-long = A password has at most { $limit } bytes. Make it shorter.
problem-password-plain = A password has more than one character, repeated. Choose another one.
problem-about-long = This can have up to { $limit } characters. Shorten it.
too-many-tries = Too many tries. You can try again in { $wait }.
way-home = Home

## Signing in

sign-in-title = Sign in
sign-in-button = Sign in
sign-in-forgotten = Forgot the password?
sign-in-new = New here?
sign-in-sign-up = Sign up
sign-in-wrong = The address and the password do not match an account that can sign in. Check both. If you just signed up, confirm your address by the letter first.
notice-signed-out = You are signed out.

## Signing up

sign-up-title = Sign up
sign-up-button = Sign up
sign-up-closed = This forum takes no new accounts at the moment. You can read everything that is public.
sign-up-not-yet = This forum has no administrator yet, so it takes no new accounts. You can read everything that is public.
sign-up-known = Have an account already?
sign-up-sign-in = Sign in
sign-up-name-hint = Everybody sees it beside your posts.
sign-up-email-hint = Nobody sees it. A letter to it confirms the account.
sign-up-sent-title = Look into your letters
sign-up-sent = A letter is on its way to the address that you gave. Follow its link to go on. It works for two days.
sign-up-sent-nothing = Nothing after a few minutes? Look among the junk, or check the address and sign up again.

confirm-title = Confirm your address
confirm-who = You sign up as { $name } with { $email }.
confirm-question = Your question is posted with it.
confirm-button = Confirm and sign in
confirm-not-you = If you did not sign up, close this page: nothing happens.
confirm-expired = If you confirmed your address before, sign in. Otherwise sign up again, and a new letter is sent.
link-expired-title = This link was used or is too old
notice-address-confirmed = Your address is confirmed, and you are signed in. Welcome.
notice-question-posted = Your address is confirmed, and your question is posted. Answers show up here.
kept-title = Post your question
kept-who = It is posted from your account { $name } ({ $email }). Nothing else about the account changes.
kept-agreed = Whoever wrote it agreed to:
kept-not-you = If you did not write it, close this page: nothing happens.
not-posted-title = Your question was not posted
not-posted = Your address is confirmed, and you are signed in. The category of your question has changed since you wrote it, so it could not be posted as it is. Here is your text; ask again with it.
not-posted-kept = The category of your question has changed since you wrote it, so it could not be posted as it is. Here is your text; sign in and ask again with it.
not-posted-ask = Ask again

## A forgotten password

forgotten-title = Forgot the password
forgotten-about = Give the address of your account. A letter to it lets you choose another password.
forgotten-button = Send the letter
forgotten-sent-title = Look into your letters
forgotten-sent = If the address has an account, a letter is on its way. Its link works for two hours.
reset-title = Choose a password
reset-about = It replaces the old one. You are signed in here and signed out everywhere else.
reset-button = Save the password
reset-expired = Links to choose a password work once, for two hours. Ask for a new letter.
notice-password-changed = The password is changed. Every other browser is signed out.

## Claiming an imported account

claim-title = This is your account: { $name }
claim-about = It came with the posts of an earlier forum. Give your address, and a letter lets you choose a password.
claim-button = Send the letter
claim-sent-title = Look into your letters
claim-sent = A letter is on its way to the address that you gave. Follow its link within two hours. If nothing comes, open the link to your account again and check the address.
claim-expired = Links to claim an account work for two weeks, until a password is chosen. Ask an administrator for a new one.

## The first administrator

set-up-title = Set up the forum
set-up-about = You become its first administrator.
set-up-email-hint = You sign in with it. Nobody else sees it.
set-up-code-hint = The server printed it when it started.
set-up-code-wrong = That is not the code. Look where the server was started, or into its log.
problem-address-has-account = This address has an account already. Use another one, or make that account an administrator on the server: tanya admin promote, with the address.
set-up-button = Set up the forum
notice-set-up = The forum is yours. Name it, then make the first category.

## Settings

settings-title = Settings
settings-profile = Profile
settings-see = See your page
settings-about-hint = A few words for your page. Markdown works.
settings-save = Save the profile
settings-password = Password
settings-email = You sign in with { $email }.
settings-password-wrong = That is not your current password.
settings-change-password = Change the password
settings-sessions = Where you are signed in
session-caption = Browsers that hold a session of your account
session-browser = Browser
session-since = Signed in
session-seen = Last seen
session-this = (this one)
session-on = { $browser } on { $system }
session-unknown = Unknown browser
session-end-others = Sign out everywhere else
notice-profile-saved = The profile is saved.
notice-sessions-ended = Every other browser is signed out.

## A person's page

role-helper = Helper
role-moderator = Moderator
role-admin = Administrator
role-staff = Staff
user-since = Joined
user-threads = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
user-replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
user-accepted = { $count ->
    [one] { $count } accepted answer
   *[other] { $count } accepted answers
}
user-suspended = This account is suspended.
user-edit = Edit your profile
user-nothing-title = No posts yet
user-nothing = Threads and replies show up here.
user-latest-threads = Latest threads
user-latest-replies = Latest replies
user-reply-accepted = Accepted
user-reply-score = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
