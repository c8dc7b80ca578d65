### Pictures and files that people bring along with their posts.

## In the form of a post

attach-summary = Add a picture or a file
attach-file = Picture or file
attach-file-hint = PNG, JPEG, GIF or WebP; PDF, text, logs, ZIP and other archives, MP4 or WebM. Up to { $limit } MB. You can also paste it into the text or drop it there. Location and other hidden details of a picture are removed.
attach-alt = What the picture shows
attach-alt-hint = A few words for people who can’t see it, such as “Error message: disk not found”. Not needed for files.
attach-button = Put it into the text
attach-sending = % is being sent
attach-kept = % stands in your text
attach-failed = % could not be sent. Your text is still here; check the connection and try again.
attach-wants-alt = A picture in your text has no description. Write what it shows between its square brackets, for people who can’t see it.
size-kilobytes = { $size } kB
size-megabytes = { $size } MB

## Why a file is not kept

problem-upload-empty = The file is empty. Choose another one.
problem-upload-large = The file has more than { $limit } MB. Make it smaller, or keep the part that matters.
problem-upload-many = { $limit ->
    [one] You can add one file a day, and you did. Try again tomorrow.
   *[other] You can add { $limit } files a day, and you did. Try again tomorrow.
}
problem-upload-none = You can’t add files yet. Describe what they show, and go on.
problem-upload-kind = Files of this kind are not taken. Put it into a ZIP file, or copy the text that matters.
problem-upload-lying = The name says that this is a picture, but it is something else. Open it, save it as PNG or JPEG, and add that.
problem-upload-svg = SVG drawings can hold scripts and are not taken. Save it as PNG and add that.
problem-upload-heic = Most browsers can’t show HEIC and AVIF pictures. Save it as JPEG and add that; a screenshot of it will do too.
problem-upload-picture-kind = Pictures of this kind are not shown here. Save it as PNG or JPEG and add that.
problem-upload-broken = The picture is damaged and can’t be read. Open it, save it anew, and add that.
problem-upload-pixels = The picture has more than { $limit } million pixels. Make it smaller, or cut out the part that matters.
problem-upload-busy = Many pictures are being read right now. Your text is still here; try again in a minute.
problem-upload-full = There is no room left for files on this forum. Your text is still here; post it without the file, or try again later.
problem-upload-away = The place where files are kept does not answer. Your text is still here; post it without the file, or try again in a minute.
problem-upload-sign-in = Files can be added once you are signed in. Your text is still here.
problem-upload-not-sent = The file did not come along. Choose it again.

## Looking after them

admin-uploads = Uploads
admin-uploads-explained = How much people may add to their posts, by what their conduct has earned. A 0 ends it for them.
setting-uploads-newcomer = Newcomers
setting-uploads-member = Members
setting-uploads-regular = Regulars, helpers, moderators and staff
setting-upload-megabytes = Largest file, in MB
setting-upload-megabytes-hint = From 0 to 50.
setting-uploads-a-day = Files in 24 hours
setting-uploads-a-day-hint = From 0 to 1,000.
setting-pictures-elsewhere = Pictures from elsewhere
setting-copies-pictures = Copy pictures that posts show from other sites
setting-copies-pictures-hint = Readers’ browsers never ask other sites for a picture: a link stands there until this forum has a copy. Without copies the link stays.
problem-number-between = Type a whole number from 0 to { $limit }.
problem-field-newcomer-megabytes = Largest file of newcomers
problem-field-newcomer-a-day = Files of newcomers in 24 hours
problem-field-member-megabytes = Largest file of members
problem-field-member-a-day = Files of members in 24 hours
problem-field-regular-megabytes = Largest file of regulars
problem-field-regular-a-day = Files of regulars in 24 hours
job-remove-bytes = Remove a file that no post shows
job-copy-pictures = Copy pictures that a post shows from elsewhere
