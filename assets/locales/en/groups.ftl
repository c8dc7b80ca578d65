# Groups of people, and private categories.

admin-groups = Groups
admin-groups-about = People taken together, and the private categories that they see.
groups-about = A group opens private categories to its people. What it may do there is set on the page of the category.
group-name = Name
group-description = Who is in it
group-member-count = People
group-staff-about = Those who answer for the company. They come and go on the page of each person.
group-new = New group
group-make = Make group
group-save = Save group
group-words = Name and description
group-people = People of the group
group-empty = Nobody is in this group yet.
group-person = Name of the person
group-person-hint = As it stands on their page.
group-put = Put into the group
group-take = Take out
group-take-named = Take out of the group
group-put-into = Put into { $name }
group-take-out-of = Take out of { $name }
person-groups-about = What somebody sees by a group is out of their sight as soon as they are taken out of it.
group-delete = Delete group
group-delete-about = Its people stay, and lose what they saw by this group alone.
group-grants = Private categories
group-grants-none = This group sees no private category yet. Grant it something on the page of one.
notice-group-made = The group is there. Put people into it.
notice-group-saved = The group is saved.
notice-group-deleted = The group is deleted.
notice-group-joined = The person is in the group.
notice-group-left = The person is out of the group.
notice-group-unchanged = It was so already.
notice-group-grant-saved = What the group may do is saved.
problem-group-name-taken = Another group has this name. Choose another one.
problem-group-person = Nobody has this name. Look it up on the page of people.

audience-private = Private
audience-private-hint = Only the groups that you choose after saving, and administrators.
notice-category-private = The category is private. Choose below which groups see it.
category-groups = Who sees this category
category-groups-about = Administrators see every private category. Everybody else needs a group that is granted something here, the staff and moderators too.
group-level = May do
group-level-of = What { $name } may do
group-level-save = Save

grant-nothing = Nothing
grant-see = See
grant-see-hint = Reads what is there, and tells moderators of what needs them.
grant-ask = Ask
grant-ask-hint = Also asks, and writes under their own questions.
grant-answer = Answer
grant-answer-hint = Also replies, comments and votes on everything there.
grant-moderate = Moderate
grant-moderate-hint = Also edits and deletes there what others wrote, as moderators do.
permissions-private = In private categories
permissions-private-admins = See every private category and may do everything there: they run the forum. Moderators moderate where a group lets them see.
answer-not-granted = You may read here. Your groups are not granted to write.
merge-will-hide-private = Only the people of a private category see the other thread: others will no longer see what stands here.

setting-for-members = Only members read here
setting-for-members-hint = Visitors see nothing but how to sign in or sign up, and the documents. Feeds, the sitemap and letters to people without an account stop, and search engines are asked to stay away.
setting-moderators-invite = Moderators may invite
setting-moderators-invite-hint = They give invitations by link or letter, into the groups that they are in themselves, and take back their own.

problem-field-person = Person
problem-field-put-reason = Reason for putting in or taking out
problem-field-delete-reason = Reason for deleting
