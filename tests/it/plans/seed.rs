//! A forum with some thousand rows in each table that grows, written by the database itself.

use diesel::connection::SimpleConnection;
use tanya::store::Db;

/// Fills every table that grows; SQLite is left without statistics, as in real life.
pub fn fill(db: &mut Db) {
    let is_postgres = db.is_postgres();
    for statement in STATEMENTS {
        let statement = spelt(statement, is_postgres);
        db.batch_execute(&statement)
            .unwrap_or_else(|error| panic!("{error}\n{statement}"));
    }
    if is_postgres {
        db.batch_execute("analyze").unwrap();
    }
}

/// `NUMBERS n`: the numbers from 1 to n. `TIME x`: minute x of a story. `WORDS`: some text.
fn spelt(statement: &str, is_postgres: bool) -> String {
    let (time, words) = if is_postgres {
        (
            "(timestamp '2025-01-01' + (i * interval '1 minute'))",
            "repeat('some words ', 60)",
        )
    } else {
        (
            "strftime('%Y-%m-%d %H:%M:%S.000000', '2025-01-01', '+' || i || ' minutes')",
            "printf('%600s', 'words')",
        )
    };
    let statement = statement.replace("TIME", time).replace("WORDS", words);
    let (before, rest) = statement.split_once("NUMBERS ").unwrap_or((&statement, ""));
    if rest.is_empty() {
        return statement;
    }
    let (count, select) = rest.split_once(' ').unwrap();
    format!(
        "{before}with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < {count}) {select}"
    )
}

const STATEMENTS: &[&str] = &[
    "insert into users (name, name_folded, email, email_folded, role, trust, created_at, seen_at, unweighed_at) NUMBERS 1000 \
     select 'person ' || i, 'person ' || i, 'p' || i || '@example.org', 'p' || i || '@example.org', 'member', 'member', TIME, TIME, \
     case when i % 10 = 0 then TIME end from numbers",
    "insert into tags (name, created_at, thread_count) NUMBERS 3000 select 'tag-' || i, TIME, i % 40 from numbers",
    "insert into threads (category_id, kind, standing, author_id, created_at, active_at, up_count, score, renderer, title, body_markdown, body_html) \
     NUMBERS 3000 select case i % 5 when 4 then 3 else 1 end, 'question', \
     case i % 8 when 0 then 'unanswered' when 1 then 'closed' when 2 then 'resolved' when 3 then 'resolved' else 'answered' end, \
     1 + i % 900, TIME, TIME, i % 13, i % 13, 1, 'Question ' || i, WORDS, WORDS from numbers",
    "insert into threads (category_id, kind, standing, author_id, created_at, active_at, renderer, title, body_markdown, body_html) \
     NUMBERS 1 select 2, 'announcement', 'talk', 6, TIME, TIME, 1, 'What is known', WORDS, WORDS from numbers",
    "update threads set pinned_at = created_at where id % 500 = 0",
    "insert into thread_tags (thread_id, tag_id) select threads.id, tags.id from threads inner join tags on (tags.id + 3000 - threads.id) % 300 = 0",
    "insert into thread_tags (thread_id, tag_id) select id, 1 from threads where id % 4 = 0 and id % 300 <> 0",
    "insert into replies (thread_id, author_id, created_at, up_count, score, renderer, body_markdown, body_html) \
     NUMBERS 9000 select 1 + i % 2500, 1 + i % 800, TIME, i % 5, i % 5, 1, WORDS, WORDS from numbers",
    "insert into replies (thread_id, author_id, created_at, up_count, score, renderer, body_markdown, body_html) \
     NUMBERS 100 select 7, 1 + i % 800, TIME, i % 5, i % 5, 1, WORDS, WORDS from numbers",
    "insert into incoming_messages (source, byte_count, received_at, read_at, outcome, sender, subject, identity, user_id, thread_id, reply_id) \
     NUMBERS 3000 select 'pipe', 1000, TIME, TIME, case i % 3 when 0 then 'posted' when 1 then 'refused' else 'ignored' end, \
     'p' || i || '@example.org', 'About ' || i, 'identity ' || i, 1 + i % 800, 1 + i % 2500, 1 + i % 9000 from numbers",
    "insert into uploads (owner_id, thread_id, name, kind, byte_count, width, height, alt, hash, depot_key, made_at, kept_at) \
     NUMBERS 3000 select 1 + i % 800, 1 + i % 2500, 'a.png', 'png', 1000, 20, 20, 'a box', 'hash ' || i, 'key ' || i, TIME, TIME from numbers",
    "insert into uploads (owner_id, reply_id, name, kind, byte_count, alt, hash, depot_key, made_at, kept_at) \
     NUMBERS 3000 select 1 + i % 800, 1 + i % 9000, 'a.pdf', 'pdf', 1000, '', 'hash ' || i, 'key ' || i, TIME, TIME from numbers",
    "insert into uploads (owner_id, name, kind, byte_count, alt, hash, depot_key, made_at, kept_at, expires_at) \
     NUMBERS 500 select 1 + i % 800, 'a.pdf', 'pdf', 1000, '', 'other ' || i, 'other ' || i, TIME, TIME, TIME from numbers",
    "update threads set reply_count = (select count(*) from replies where replies.thread_id = threads.id)",
    "insert into comments (thread_id, position, author_id, created_at, renderer, body_markdown, body_html) \
     NUMBERS 4000 select 1 + i % 500, 1 + i / 500, 1 + i % 700, TIME, 1, 'a note', 'a note' from numbers",
    "insert into comments (thread_id, reply_id, position, author_id, created_at, renderer, body_markdown, body_html) \
     select thread_id, id, 1, author_id, created_at, 1, 'a note', 'a note' from replies where id % 2 = 0",
    "insert into thread_votes (thread_id, user_id, direction, voted_at) select id, 1 + id % 700, 'up', created_at from threads",
    "insert into reply_votes (reply_id, user_id, direction, voted_at) select id, 1 + id % 700, 'up', created_at from replies",
    "insert into me_toos (thread_id, user_id, joined_at) select id, 1 + id % 650, created_at from threads",
    "insert into acceptances (thread_id, reply_id, accepted_by_id, on_behalf, accepted_at, precision) \
     select threads.id, min(replies.id), min(threads.author_id), false, min(replies.created_at), 'exact' from threads \
     inner join replies on replies.thread_id = threads.id where standing = 'resolved' group by threads.id",
    "insert into question_facts (thread_id, kind, happened_at, precision, by_id) \
     select id, 'asked', created_at, 'exact', author_id from threads where kind = 'question'",
    "insert into question_facts (thread_id, kind, happened_at, precision, by_id, reply_id, detail) \
     select thread_id, 'answered', created_at, 'exact', author_id, id, 'member' from replies",
    "insert into question_figures (thread_id, category_id, asker_id, asked_second, people, answered_by, answer_is_of_day, has_staff_answer, \
     resolution_is_of_day, was_reopened, is_open, turn, left_out, is_strange) \
     select id, category_id, author_id, 1735689600 + id * 60, 1, case standing when 'unanswered' then null else 'member' end, false, false, \
     false, false, standing = 'unanswered', 'helpers', case id % 300 when 1 then 'spam' else null end, id % 500 = 0 \
     from threads where kind = 'question' and not (standing = 'unanswered' and id % 300 = 1)",
    "insert into question_fields (thread_id, label, answer) select id, 'Version', cast(id % 50 as text) from threads where kind = 'question'",
    "insert into merges (thread_id, target_id, opening_id, active_before, active_after, merged_at, undone_at) \
     select id, 1 + id % 2900, 20000 + id, created_at, created_at, created_at, created_at from threads where id > 100 and id % 2900 + 1 <> id",
    "insert into splits (thread_id, origin_id, reply_count, split_at) select id, 1 + id % 2900, 1, created_at from threads \
     where id > 100 and id % 7 = 0 and id % 2900 + 1 <> id",
    "insert into merged_replies (merge_id, reply_id) select merges.id, replies.id from merges \
     inner join replies on replies.thread_id = merges.thread_id",
    "insert into merged_me_toos (merge_id, user_id, joined_at) select id, 1 + id % 650, merged_at from merges",
    "insert into known_problems (thread_id, category_id, began_at, ended_at) select id, 1, created_at, created_at from threads where id % 3 = 0 and id < 3000",
    "update acceptances set answerer_id = (select author_id from replies where replies.id = acceptances.reply_id)",
    "insert into thanks (reply_id, user_id, thanked_at) select id, 1 + id % 600, created_at from replies",
    "insert into known_browsers (user_id, browser, network, first_seen_at, seen_at) NUMBERS 4000 \
     select 1 + i % 900, 'Firefox/Linux', '10.0.' || i || '.0/24', TIME, TIME from numbers",
    "insert into closures (thread_id, reason, original_id, closed_by_id, closed_at) \
     select id, 'duplicate', id + 1, 3, created_at from threads where standing = 'closed'",
    "insert into duplicate_links (thread_id, original_id, linked_at) select id, id + 1, created_at from threads where standing = 'closed'",
    "insert into acceptances (thread_id, reply_id, accepted_by_id, on_behalf, accepted_at, precision, ended_at) \
     select thread_id, id, 1, false, created_at, 'exact', created_at from replies",
    "insert into closures (thread_id, reason, closed_by_id, closed_at, ended_at) select id, 'unclear', 3, created_at, created_at from threads",
    "insert into duplicate_links (thread_id, original_id, linked_at) NUMBERS 4 \
     select id, 1 + (id * 7 + i * 13) % 3000, created_at from threads cross join numbers where id <> 1 + (id * 7 + i * 13) % 3000 on conflict do nothing",
    "insert into reopenings (thread_id, acceptance_id, reopened_by_id, reopened_at, reason) \
     select thread_id, id, 1, accepted_at, 'no' from acceptances",
    "insert into revisions (thread_id, number, editor_id, created_at, body_markdown) select id, 1, author_id, created_at, 'before' from threads",
    "insert into revisions (thread_id, reply_id, number, editor_id, created_at, body_markdown) \
     select thread_id, id, 1, author_id, created_at, 'before' from replies where id % 3 = 0",
    "insert into cases (thread_id, author_id, opened_at, harm, worst, weight, flag_count, decided_at, decided_by_id, decision) \
     select id, author_id, created_at, 1 + id % 4, 'spam', 1000, 1, created_at, 3, 'kept' from threads where id % 2 = 0",
    "insert into cases (reply_id, author_id, opened_at, harm, worst, weight, flag_count, decided_at, decided_by_id, decision) \
     select id, author_id, created_at, 1 + id % 4, 'rude', 1000, 1, created_at, 1 + id % 40, 'deleted' from replies where id % 2 = 0",
    "insert into cases (reply_id, author_id, opened_at, harm, worst, weight, flag_count) \
     select id, author_id, created_at, 1 + id % 4, 'rude', 1000, 1 from replies where id % 30 = 0",
    "insert into cases (reply_id, author_id, opened_at, harm, worst, weight, flag_count, held_at, held_for) \
     select id, author_id, created_at, 1, 'rude', 3000, 3, created_at, 'flagged' from replies where id % 30 = 1",
    "insert into cases (comment_id, author_id, opened_at, harm, worst, weight, flag_count) \
     select id, author_id, created_at, 1 + id % 4, 'rude', 1000, 1 from comments where id % 30 = 0",
    "insert into flags (case_id, user_id, reason, weight, flagged_at, outcome, decided_at) \
     select id, 1 + id % 800, 'spam', 1000, opened_at, case when decided_at is null then null else 'dismissed' end, decided_at from cases",
    "insert into moderations (moderator_id, act, thread_id, acted_at) select 3, 'close', id, created_at from threads where id % 2 = 0",
    "insert into selections (moderator_id, reason, piece_count, acted_at) NUMBERS 3000 select 3, 'All of one person', 2, TIME from numbers",
    "update moderations set selection_id = 1 + id % 3000 where id % 4 = 0",
    "insert into changes (noun, noun_id, verb, recorded_at) select 'thread', id, 'made', created_at from threads",
    "insert into sessions (user_id, token_hash, agent, created_at, seen_at, expires_at) NUMBERS 2000 \
     select 1 + i % 900, 'hash ' || i, 'a browser', TIME, TIME, TIME from numbers",
    "insert into tokens (purpose, user_id, token_hash, created_at, expires_at) NUMBERS 1000 \
     select 'reset_password', 1 + i % 900, 'hash ' || i, TIME, TIME from numbers",
    "insert into jobs (kind, payload, created_at, run_at) NUMBERS 1000 select 'sweep', '{\"kind\":\"sweep\"}', TIME, '2030-01-01 00:00:00' from numbers",
    "insert into jobs (kind, payload, created_at, run_at, lane) NUMBERS 1000 \
     select 'password_changed', '{\"kind\":\"password_changed\",\"user\":1}', TIME, '2030-01-01 00:00:00', 'letters' from numbers",
    "insert into bounces (email_folded, kind, said, letter, score, noted_at) NUMBERS 1000 \
     select 'soft' || i || '@example.org', 'soft', 'full', 'letter-' || i, 1, TIME from numbers",
    "insert into bounces (email_folded, kind, said, letter, score, noted_at, paused_at) NUMBERS 1000 \
     select 'p' || i || '@example.com', 'hard', 'gone', 'letter-' || i, 4, TIME, TIME from numbers",
    "insert into jobs (kind, payload, created_at, run_at, dead_at) NUMBERS 1000 select 'sweep', '{\"kind\":\"sweep\"}', TIME, '2030-01-01 00:00:00', TIME from numbers",
    "insert into submissions (user_id, form_key, post_id, submitted_at) NUMBERS 2000 select 1 + i % 900, 'key ' || i, i, TIME from numbers",
    "insert into readings (user_id, thread_id, read_at, seen_count) select 1 + (id * 7) % 900, id, created_at, 0 from threads",
    "insert into readings (user_id, thread_id, read_at, seen_count) select 2, id, created_at, 0 from threads where true on conflict do nothing",
    "insert into documents (document, version, markdown, html, renderer, asks_consent, published_at) NUMBERS 3 \
     select 'privacy', i, 'Be kind.', 'Be kind.', 1, false, TIME from numbers",
    "insert into consents (user_id, document, version, agreed_at) select users.id, document, version, created_at from users cross join documents",
    "insert into sign_ups (name, email, email_folded, password_hash, created_at, expires_at, network) NUMBERS 2000 \
     select 'guest ' || i, 'g' || i || '@example.org', 'g' || i || '@example.org', 'hash', TIME, TIME, '198.51.' || (i % 90) || '.0' from numbers",
    "insert into ask_sessions (form, visitor, is_signed_in, is_held_out, category_id, title, began_at) NUMBERS 4000 \
     select 'form ' || i, 'visitor ' || (i % 1500), false, false, 1, 'Why?', TIME from numbers",
    "insert into ask_suggestions (ask_session_id, thread_id, position, shown_at) select s.id, threads.id, 1 + threads.id % 5, s.began_at \
     from ask_sessions s inner join threads on threads.id between s.id % 1000 and s.id % 1000 + 3",
    "insert into sign_in_failures (subject, failure_count, failed_at) NUMBERS 3000 select 'network 10.0.' || i, 1, TIME from numbers",
    "insert into address_changes (user_id, email, asked_at, expires_at) select id, email, created_at, created_at from users where id > 10",
    "insert into searches (key, words, searched_at, result_count, is_signed_in, counted_days) NUMBERS 6000 \
     select i, 'words ' || i % 900, TIME, i % 3, false, case i % 4 when 0 then 7 when 1 then 30 when 2 then 90 else null end from numbers",
    "insert into search_openings (search_key, thread_id, position, opened_at) \
     select key, 1 + key % 3000, 1 + key % 10, searched_at from searches where result_count > 0",
    "insert into searched_words (days, words, search_count, none_count, unopened_count, unanswered_count, searched_at) NUMBERS 3000 \
     select case i % 3 when 0 then 7 when 1 then 30 else 90 end, 'words ' || i, 9000, 1000 + i % 20, 1000 + i % 7, 2000 + i % 20 + i % 7, TIME from numbers",
    "update searched_words set no_article_count = 1000 + id % 30",
    "update search_periods set search_count = 50000, none_count = 20000, unopened_count = 20000",
    "insert into sections (name, position, created_at, article_count, signed_in_count, public_count) NUMBERS 12 \
     select 'Section ' || i, i, TIME, 250, 250, 250 from numbers",
    "insert into articles (section_id, state, audience, language, author_id, created_at, edited_at, published_at, review_at, view_count, \
     helpful_count, unhelpful_count, answer_count, renderer, title, short_answer, body_markdown, body_html) NUMBERS 3000 \
     select 1 + i % 12, case i % 10 when 0 then 'draft' when 1 then 'review' when 2 then 'retired' else 'published' end, 'public', 'en', \
     3, TIME, TIME, TIME, TIME, i % 700, i % 90, i % 40, i % 9, 1, 'Article ' || i, 'In short.', WORDS, WORDS from numbers",
    "insert into articles (section_id, state, audience, language, original_id, author_id, created_at, edited_at, published_at, renderer, \
     title, short_answer, body_markdown, body_html) \
     select 1, 'published', 'public', 'id', id, 3, created_at, created_at, created_at, 1, title, 'In short.', 'a', 'a' from articles where id % 5 = 0",
    "insert into article_revisions (article_id, number, editor_id, created_at, title, short_answer, tags, body_markdown) \
     select id, 1, 3, created_at, title, short_answer, '', 'before' from articles",
    "insert into article_tags (article_id, tag_id) select id, 1 + id % 2900 from articles",
    "insert into article_words (word, article_id) select 'word' || (id % 50), id from articles",
    "insert into article_words (word, article_id) select 'w' || id, id from articles",
    "insert into see_alsos (article_id, other_id, place) select id, id - 1, 1 from articles where id > 1",
    "insert into article_opinions (article_id, visitor, has_helped, reason, given_at) NUMBERS 3 \
     select id, 'visitor ' || i, false, 'no', created_at from articles cross join numbers",
    "insert into article_citations (article_id, reply_id) select 1 + id % 2900, id from replies where id % 9 = 0",
    "insert into guide_answers (article_id, step, worked_count, failed_count) NUMBERS 5 select id, 'Step ' || i, i, 1 from articles cross join numbers",
    "insert into article_links (thread_id, article_id, kind, linked_by_id, linked_at) \
     select id, 1 + id % 2900, case id % 3 when 0 then 'related' else 'answers' end, 3, created_at from threads where id % 2 = 1",
    "insert into ask_article_suggestions (ask_session_id, article_id, position, shown_at) select s.id, articles.id, 1 + articles.id % 5, s.began_at \
     from ask_sessions s inner join articles on articles.id between s.id % 1000 and s.id % 1000 + 1",
    "insert into search_article_openings (search_key, article_id, position, opened_at) \
     select key, 1 + key % 2900, 1 + key % 10, searched_at from searches where result_count > 0",
    "insert into repeat_groups (made_at, changed_at, weighed_at) NUMBERS 900 select TIME, TIME, TIME from numbers",
    "insert into repeat_members (thread_id, group_id, thousandths, joined_at) select id, 1 + id % 900, 400 + id % 300, created_at from threads where id < 3001",
    "insert into repeat_decisions (one_id, other_id, is_same, decided_by_id, decided_at) select id, id + 900, false, 3, created_at from threads where id < 2000",
    "insert into repeat_scans (follower, began_at, ended_at) NUMBERS 1 select 'repeats', TIME, TIME from numbers",
    "insert into proposals (kind, state, group_id, audience, people_count, member_count, asker_count, me_too_count, view_count, open_count, \
     recent_count, made_at, changed_at, weighed_at, title) NUMBERS 900 \
     select case i % 2 when 0 then 'answer' else 'article' end, 'open', i, 'public', i % 90, 3, 3, 0, 0, 3, 0, TIME, TIME, TIME, 'Why?' from numbers",
    "insert into proposals (kind, state, group_id, article_id, audience, people_count, member_count, asker_count, me_too_count, view_count, \
     open_count, recent_count, made_at, changed_at, weighed_at, decided_at, decided_by_id, title) NUMBERS 2000 \
     select case i % 3 when 0 then 'linking' when 1 then 'revision' else 'article' end, case i % 4 when 0 then 'declined' when 1 then 'adopted' else 'done' end, \
     1 + i % 900, 1 + i % 2900, 'public', i % 90, 3, 3, 0, 0, 3, 0, TIME, TIME, TIME, TIME, 3, 'Why not?' from numbers",
    "insert into proposal_members (proposal_id, thread_id, is_ticked) NUMBERS 4 \
     select id, 1 + (id + i * 900) % 3000, id % 2 = 0 from proposals cross join numbers where true on conflict do nothing",
    "insert into outbreaks (thread_id, audience, asker_count, began_at, grew_at, ended_at) NUMBERS 2000 \
     select 1 + i % 3000, 'public', 7, TIME, TIME, TIME from numbers",
    "insert into outbreaks (thread_id, audience, asker_count, began_at, grew_at) NUMBERS 3 select 2500 + i, 'public', 7, TIME, TIME from numbers",
    "insert into question_outcomes (thread_id, category_id, asker_id, asked_at, answered_at, answer_precision, answered_by, answer_id, \
     reopened_count, me_too_count, turn, turn_since, is_open, anomaly) \
     select id, category_id, author_id, created_at, created_at, 'exact', 'member', id, 0, 0, 'asker', created_at, standing = 'unanswered', \
     case id % 500 when 0 then 'before_asked' else null end from threads where standing <> 'talk' on conflict do nothing",
    "update question_outcomes set resolved_at = asked_at, resolution_precision = 'exact', resolved_how = 'confirmed' \
     where thread_id in (select id from threads where standing = 'resolved')",
    "insert into reminders (thread_id, asker_id, answer_id, reminded_at) select id, author_id, 1, created_at from threads where id % 2 = 0",
    "insert into surveys (id, thread_id, user_id, invited_at) select id + 100000, id, author_id, created_at from threads where id % 3 > 0",
    "insert into surveys (id, thread_id, user_id, invited_at, answered_at, rating, effort, comment) \
     select id + 100000, id, author_id, created_at, created_at, 1 + id % 5, 3, 'So it is.' from threads where id % 3 = 0",
    "insert into subscribers (user_id, frequency, weekday, hour, zone, is_about_all, left_out, asked_at, confirmed_at, covered_at, due_at) \
     select id, 'weekly', 1, 8, 'UTC', false, '', created_at, created_at, '2024-12-25 00:00:00', created_at from users where id <= 900 order by id",
    "insert into subscribers (email, email_folded, frequency, weekday, hour, zone, is_about_all, left_out, asked_at, confirmed_at, covered_at, due_at) \
     NUMBERS 2000 select 's' || i || '@example.org', 's' || i || '@example.org', 'daily', 1, 8, 'UTC', true, '', TIME, TIME, '2024-12-25 00:00:00', TIME from numbers",
    "insert into subscriber_categories (subscriber_id, category_id) select id, 1 from subscribers",
    "insert into subscriber_tags (subscriber_id, tag_id) NUMBERS 3 select id, 1 + (id + i * 7) % 2900 from subscribers cross join numbers",
    "insert into digests (subscriber_id, began_at, ended_at, state, composed_at, items) \
     select id, '2024-12-01 00:00:00.000000', '2024-12-02 00:00:00.000000', 'composed', '2025-01-01 00:00:00.000000', \
     '{\"items\":[{\"section\":\"resolved\",\"id\":2,\"at\":\"2025-01-01T00:02:00Z\",\"count\":1,\"why\":{\"tag\":3}},\
     {\"section\":\"articles\",\"id\":2,\"at\":\"2025-01-01T00:02:00Z\",\"count\":0,\"why\":\"everything\"},\
     {\"section\":\"proposals\",\"id\":2,\"at\":\"2025-01-01T00:02:00Z\",\"count\":0,\"why\":\"duty\"}],\"more\":[],\"figures\":null}' \
     from subscribers order by id",
    "insert into awaitings (thread_id, email, email_folded, asked_at) \
     select id, 'w' || id || '@example.org', 'w' || id || '@example.org', created_at from threads order by id",
    "insert into origins (source, noun, source_id, family, noun_id) select 'old.example.org', 'user', id, 'discourse', id from users",
    "insert into origins (source, noun, source_id, family, noun_id) select 'old.example.org', 'thread', id, 'stackexchange', id from threads",
    "insert into tidings (kind, thread_id, reply_id, by_id, happened_at) select 'replied', thread_id, id, author_id, created_at from replies",
    "insert into tidings (kind, thread_id, comment_id, reply_id, by_id, happened_at) \
     select 'commented', thread_id, id, reply_id, author_id, created_at from comments",
    "insert into tidings (kind, thread_id, act, by_id, happened_at) select 'moderated', id, 'close', 3, created_at from threads",
    "insert into notifications (tiding_id, user_id, thread_id, kind, happened_at) \
     NUMBERS 2 select id, 1 + (id * 7 + i) % 900, thread_id, 'watched', happened_at from tidings cross join numbers",
    "insert into notifications (tiding_id, user_id, thread_id, kind, happened_at) \
     select id, 2, thread_id, 'around', happened_at from tidings where true on conflict do nothing",
    "update notifications set read_at = happened_at where tiding_id % 3 = 0",
    "insert into subscriptions (user_id, thread_id, level, subscribed_at) NUMBERS 2 \
     select 1 + (id * 11 + i) % 900, id, 'watching', created_at from threads cross join numbers",
    "insert into subscriptions (user_id, category_id, level, subscribed_at) select id, 1, 'watching', created_at from users where id % 3 = 0",
    "insert into subscriptions (user_id, tag_id, level, subscribed_at) NUMBERS 2 \
     select 1 + (id * 13 + i) % 900, id, 'watching', created_at from tags cross join numbers",
    "update notifications set is_by_mail = true where tiding_id % 2 = 0",
    "update notifications set deferred_at = happened_at where tiding_id % 50 = 0",
    "insert into thread_letters (user_id, thread_id, first_at, latest_at, posted_at) \
     select 1 + (id * 7) % 900, id, created_at, created_at, created_at from threads",
    "insert into thread_letters (user_id, thread_id, first_at, latest_at, due_at) \
     select 2, id, created_at, created_at, created_at from threads where id < 2000 on conflict do nothing",
    "insert into letter_choices (user_id, kind, is_by_mail) select id, 'around', true from users",
    "insert into letter_choices (user_id, kind, is_by_mail) select id, 'solved', false from users",
    "insert into restraints (user_id, kind, reason, begun_at, begun_by_id, ends_at, read_at) NUMBERS 3 \
     select users.id, case i when 1 then 'warning' when 2 then 'silence' else 'suspension' end, 'Be kind.', TIME, 3, TIME, \
     case users.id % 9 when 0 then null else TIME end from users cross join numbers where users.id <> 12",
    "update restraints set ended_at = begun_at where id % 5 > 0",
    "insert into removals (user_id, reason, removed_at, removed_by_id, undone_at, touched_at) \
     select id, '', created_at, 3, created_at, created_at from users where id <> 12",
    "insert into removed_pieces (removal_id, reply_id, was_held, restored_at) select 1 + id % 900, id, false, created_at from replies",
    "insert into staff_notes (user_id, author_id, body, noted_at) NUMBERS 3 select users.id, 6, 'A note', TIME from users cross join numbers",
    "insert into canned_replies (owner_id, title, body, made_by_id, changed_at) NUMBERS 3 \
     select users.id, 'Title ' || i, 'Text', users.id, TIME from users cross join numbers",
    "insert into canned_replies (title, body, made_by_id, changed_at) NUMBERS 90 select 'Shared ' || i, 'Text', 3, TIME from numbers",
    "insert into watched_words (form, words, deed, changed_at) NUMBERS 150 select 'words', 'watched ' || i, 'hold', TIME from numbers",
    "insert into spam_tokens (token, spam_count, ham_count, seen_count, touched_at) NUMBERS 21000 \
     select 'token' || i, i % 7, i % 5, i % 7 + i % 5, TIME from numbers",
    "update spam_tokens set spam_count = 500, ham_count = 500, seen_count = 1000 where token = ''",
    "insert into spam_lessons (case_id, lesson, tokens, learnt_at) \
     select id, 'ham', 'token1 token2 token3', opened_at from cases where decision = 'kept'",
    "insert into doubts (user_id, reason, opened_at, decided_at, decided_by_id, decision) \
     select id, 'unproven', created_at, case when id % 2 = 0 then created_at end, case when id % 2 = 0 then 3 end, \
     case when id % 2 = 0 then 'let_in' end from users where id > 40",
    "insert into spent_proofs (nonce, expires_at) NUMBERS 3000 select 'nonce' || i, '2027-01-01 00:00:00' from numbers",
    "insert into letter_days (user_id, began_at, letter_count) select id, created_at, 3 from users",
];
