### A second factor beside the password: codes of an app, and recovery codes.

## Signing in

second-step-title = Enter your code
second-step-hint = Six digits from your app, or one of your recovery codes.
second-step-other = Sign in with another account
second-step-wrong = That code is not right, or was used already. Wait for the next one in your app.
notice-second-step-over = Too much time went by since your password. Type it once more.

## Setting it up

second-factor-title = Second factor
second-factor-about = An app on your phone shows a code that is asked for after your password. Whoever has your password still cannot sign in.
second-factor-manage = Second factor …
second-factor-owed = Your role asks for a second factor. Until you set one up, you can do what members can.
second-factor-begin = Set up a second factor
second-factor-scan = Scan this picture with an app for such codes.
second-factor-picture = The secret for your app, as a picture
second-factor-type = Or type this into the app:
second-factor-code-hint = The six digits that the app shows now.
second-factor-confirm = Turn it on
second-factor-wrong = That is not the code that the app should show. Check that your phone has the right time.
problem-code = Type the six digits that the app shows.
notice-second-factor-late = That took more than an hour. Begin once more.

## Once it is there

second-factor-on = Since { $day } a code is asked for after your password.
second-factor-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
}
second-factor-renew = Make new recovery codes
second-factor-end-title = End it
second-factor-end-about = Your password alone signs you in then, and a letter tells you.
second-factor-end = End the second factor
notice-second-factor-ended = No code is asked for any more.
recovery-codes-title = Your recovery codes
recovery-codes-about = Each of these signs you in once, in place of the app, as when your phone is lost. Print them or write them down now: no page shows them again. Codes from before are good for nothing.
recovery-codes-kept = I have them

## In the administration

person-second-factor-about = This person is asked for a code after the password. Take it away only when you know that it is they who lost their phone.
person-end-second-factor = Take the second factor away
notice-person-second-factor-ended = No code is asked of this person any more. A letter tells them.
setting-second-factor = Second factor
setting-second-factor-hint = Who must have one to do what their role lets them. Until they set it up, they can do what members can; this may concern you at once.
setting-second-factor-nobody = Nobody must; everybody may
setting-second-factor-admins = Administrators
setting-second-factor-moderators = Moderators and administrators
fault-second-factor-needed-title = A second factor first
fault-second-factor-needed = Your role asks for a second factor. Set one up in your settings, then send this again.

## Letters

letter-second-factor-on-subject = Your account at { $site } has a second factor
letter-second-factor-on-what = From now on, signing in to your account { $name } takes a code of your app after the password. Every other browser was signed out.
letter-second-factor-off-subject = Your account at { $site } has no second factor any more
letter-second-factor-off-what = Signing in to your account { $name } no longer takes a code after the password.
