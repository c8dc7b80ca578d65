// @generated automatically by Diesel CLI.

diesel::table! {
    acceptances (id) {
        id -> BigInt,
        thread_id -> BigInt,
        reply_id -> BigInt,
        accepted_by_id -> Nullable<BigInt>,
        on_behalf -> Bool,
        accepted_at -> Nullable<Timestamp>,
        precision -> Text,
        ended_at -> Nullable<Timestamp>,
        ended_by_id -> Nullable<BigInt>,
        answerer_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    address_changes (user_id) {
        user_id -> BigInt,
        email -> Text,
        asked_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    article_citations (article_id, reply_id) {
        article_id -> BigInt,
        reply_id -> BigInt,
    }
}

diesel::table! {
    article_links (id) {
        id -> BigInt,
        thread_id -> BigInt,
        article_id -> BigInt,
        kind -> Text,
        linked_by_id -> Nullable<BigInt>,
        linked_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        ended_by_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    article_opinions (article_id, visitor) {
        article_id -> BigInt,
        visitor -> Text,
        has_helped -> Bool,
        reason -> Text,
        given_at -> Timestamp,
    }
}

diesel::table! {
    article_revisions (article_id, number) {
        article_id -> BigInt,
        number -> BigInt,
        editor_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        reason -> Text,
        title -> Text,
        short_answer -> Text,
        tags -> Text,
        body_markdown -> Text,
    }
}

diesel::table! {
    article_tags (article_id, tag_id) {
        article_id -> BigInt,
        tag_id -> BigInt,
    }
}

diesel::table! {
    article_words (word, article_id) {
        word -> Text,
        article_id -> BigInt,
    }
}

diesel::table! {
    articles (id) {
        id -> BigInt,
        section_id -> BigInt,
        state -> Text,
        audience -> Text,
        language -> Text,
        original_id -> Nullable<BigInt>,
        author_id -> Nullable<BigInt>,
        reviewer_id -> Nullable<BigInt>,
        owner_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        edited_at -> Timestamp,
        published_at -> Nullable<Timestamp>,
        reviewed_at -> Nullable<Timestamp>,
        review_at -> Nullable<Timestamp>,
        version -> BigInt,
        view_count -> BigInt,
        helpful_count -> BigInt,
        unhelpful_count -> BigInt,
        answer_count -> BigInt,
        renderer -> SmallInt,
        title -> Text,
        short_answer -> Text,
        body_markdown -> Text,
        body_html -> Text,
        kind -> Text,
    }
}

diesel::table! {
    ask_article_suggestions (ask_session_id, article_id) {
        ask_session_id -> BigInt,
        article_id -> BigInt,
        position -> BigInt,
        shown_at -> Timestamp,
        opened_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    ask_sessions (id) {
        id -> BigInt,
        form -> Text,
        visitor -> Text,
        is_signed_in -> Bool,
        is_held_out -> Bool,
        category_id -> Nullable<BigInt>,
        title -> Text,
        began_at -> Timestamp,
        differed_at -> Nullable<Timestamp>,
        ending -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
        thread_id -> Nullable<BigInt>,
        article_id -> Nullable<BigInt>,
        opened_at -> Nullable<Timestamp>,
        answer_opened_at -> Nullable<Timestamp>,
        earlier_at -> Nullable<Timestamp>,
        has_posted -> Bool,
    }
}

diesel::table! {
    ask_suggestions (ask_session_id, thread_id) {
        ask_session_id -> BigInt,
        thread_id -> BigInt,
        position -> BigInt,
        shown_at -> Timestamp,
        opened_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    awaitings (id) {
        id -> BigInt,
        thread_id -> BigInt,
        email -> Text,
        email_folded -> Text,
        language -> Nullable<Text>,
        asked_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    bounces (email_folded) {
        email_folded -> Text,
        kind -> Text,
        said -> Text,
        letter -> Text,
        score -> BigInt,
        noted_at -> Timestamp,
        paused_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    canned_replies (id) {
        id -> BigInt,
        owner_id -> Nullable<BigInt>,
        title -> Text,
        body -> Text,
        made_by_id -> Nullable<BigInt>,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    cases (id) {
        id -> BigInt,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        comment_id -> Nullable<BigInt>,
        author_id -> Nullable<BigInt>,
        opened_at -> Timestamp,
        harm -> BigInt,
        worst -> Nullable<Text>,
        weight -> BigInt,
        flag_count -> BigInt,
        held_at -> Nullable<Timestamp>,
        held_for -> Nullable<Text>,
        claimed_at -> Nullable<Timestamp>,
        claimed_by_id -> Nullable<BigInt>,
        decided_at -> Nullable<Timestamp>,
        decided_by_id -> Nullable<BigInt>,
        decision -> Nullable<Text>,
        note -> Text,
        held_words -> Text,
        found_for -> Nullable<Text>,
    }
}

diesel::table! {
    categories (id) {
        id -> BigInt,
        slug -> Text,
        name -> Text,
        description -> Text,
        position -> BigInt,
        takes_questions -> Bool,
        takes_discussions -> Bool,
        takes_announcements -> Bool,
        created_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        thread_count -> BigInt,
        open_count -> BigInt,
        resolved_count -> BigInt,
        template -> Text,
        audience -> Text,
    }
}

diesel::table! {
    changes (id) {
        id -> BigInt,
        noun -> Text,
        noun_id -> BigInt,
        verb -> Text,
        recorded_at -> Timestamp,
        transaction_id -> BigInt,
    }
}

diesel::table! {
    category_groups (category_id, group_id) {
        category_id -> BigInt,
        group_id -> BigInt,
        level -> Text,
    }
}

diesel::table! {
    closures (id) {
        id -> BigInt,
        thread_id -> BigInt,
        reason -> Text,
        note -> Text,
        original_id -> Nullable<BigInt>,
        closed_by_id -> Nullable<BigInt>,
        closed_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        ended_by_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    comments (id) {
        id -> BigInt,
        thread_id -> BigInt,
        reply_id -> Nullable<BigInt>,
        position -> BigInt,
        author_id -> Nullable<BigInt>,
        author_name -> Nullable<Text>,
        created_at -> Timestamp,
        edited_at -> Nullable<Timestamp>,
        up_count -> BigInt,
        deleted_at -> Nullable<Timestamp>,
        deleted_by_id -> Nullable<BigInt>,
        renderer -> SmallInt,
        body_markdown -> Text,
        body_html -> Text,
        erased_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    consents (user_id, document, version) {
        user_id -> BigInt,
        document -> Text,
        version -> BigInt,
        agreed_at -> Timestamp,
    }
}

diesel::table! {
    digests (id) {
        id -> BigInt,
        subscriber_id -> BigInt,
        began_at -> Timestamp,
        ended_at -> Timestamp,
        state -> Text,
        composed_at -> Timestamp,
        sent_at -> Nullable<Timestamp>,
        items -> Text,
    }
}

diesel::table! {
    documents (document, version) {
        document -> Text,
        version -> BigInt,
        markdown -> Text,
        html -> Text,
        renderer -> SmallInt,
        asks_consent -> Bool,
        published_by_id -> Nullable<BigInt>,
        published_at -> Timestamp,
    }
}

diesel::table! {
    doubts (user_id) {
        user_id -> BigInt,
        reason -> Text,
        opened_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
        decided_by_id -> Nullable<BigInt>,
        decision -> Nullable<Text>,
    }
}

diesel::table! {
    duplicate_links (thread_id, original_id) {
        thread_id -> BigInt,
        original_id -> BigInt,
        linked_by_id -> Nullable<BigInt>,
        linked_at -> Timestamp,
    }
}

diesel::table! {
    embedding_models (id) {
        id -> BigInt,
        fingerprint -> Text,
        filled_to -> BigInt,
        is_filled -> Bool,
        begun_at -> Timestamp,
    }
}

diesel::table! {
    flags (id) {
        id -> BigInt,
        case_id -> BigInt,
        user_id -> BigInt,
        reason -> Text,
        words -> Text,
        weight -> BigInt,
        flagged_at -> Timestamp,
        withdrawn_at -> Nullable<Timestamp>,
        outcome -> Nullable<Text>,
        decided_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    followers (name) {
        name -> Text,
        transaction_id -> BigInt,
        change_id -> BigInt,
        moved_at -> Timestamp,
    }
}

diesel::table! {
    former_slugs (slug) {
        slug -> Text,
        category_id -> BigInt,
        left_at -> Timestamp,
    }
}

diesel::table! {
    group_members (group_id, user_id) {
        group_id -> BigInt,
        user_id -> BigInt,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    groups (id) {
        id -> BigInt,
        name -> Text,
        built_in -> Bool,
        created_at -> Timestamp,
        description -> Text,
    }
}

diesel::table! {
    guide_answers (article_id, step) {
        article_id -> BigInt,
        step -> Text,
        worked_count -> BigInt,
        failed_count -> BigInt,
    }
}

diesel::table! {
    helpers (category_id, place) {
        category_id -> BigInt,
        place -> BigInt,
        user_id -> BigInt,
        accepted_count -> BigInt,
    }
}

diesel::table! {
    import_runs (id) {
        id -> BigInt,
        source -> Text,
        family -> Text,
        started_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
        report -> Nullable<Text>,
    }
}

diesel::table! {
    incoming_messages (id) {
        id -> BigInt,
        source -> Text,
        raw -> Nullable<Binary>,
        byte_count -> BigInt,
        received_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
        outcome -> Nullable<Text>,
        reason -> Nullable<Text>,
        sender -> Nullable<Text>,
        subject -> Nullable<Text>,
        identity -> Nullable<Text>,
        user_id -> Nullable<BigInt>,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    invitation_groups (invitation_id, group_id) {
        invitation_id -> BigInt,
        group_id -> BigInt,
    }
}

diesel::table! {
    invitations (id) {
        id -> BigInt,
        token_hash -> Nullable<Text>,
        email -> Nullable<Text>,
        most_uses -> BigInt,
        use_count -> BigInt,
        invited_by_id -> Nullable<BigInt>,
        invited_at -> Timestamp,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    invited_sign_ups (sign_up_id) {
        sign_up_id -> BigInt,
        invitation_id -> BigInt,
    }
}

diesel::table! {
    jobs (id) {
        id -> BigInt,
        kind -> Text,
        payload -> Text,
        created_at -> Timestamp,
        run_at -> Timestamp,
        attempt_count -> BigInt,
        claimed_at -> Nullable<Timestamp>,
        claimed_by -> Nullable<Text>,
        dead_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        lane -> Text,
    }
}

diesel::table! {
    known_browsers (id) {
        id -> BigInt,
        user_id -> BigInt,
        browser -> Text,
        network -> Text,
        first_seen_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    known_problems (thread_id) {
        thread_id -> BigInt,
        category_id -> BigInt,
        began_by_id -> Nullable<BigInt>,
        began_at -> Timestamp,
        ended_by_id -> Nullable<BigInt>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    letter_choices (user_id, kind) {
        user_id -> BigInt,
        kind -> Text,
        is_by_mail -> Bool,
    }
}

diesel::table! {
    letter_days (user_id) {
        user_id -> BigInt,
        began_at -> Timestamp,
        letter_count -> BigInt,
    }
}

diesel::table! {
    logos (hash) {
        hash -> Text,
        png -> Binary,
        kept_at -> Timestamp,
    }
}

diesel::table! {
    me_toos (thread_id, user_id) {
        thread_id -> BigInt,
        user_id -> BigInt,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    merged_me_toos (merge_id, user_id) {
        merge_id -> BigInt,
        user_id -> BigInt,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    merged_replies (merge_id, reply_id) {
        merge_id -> BigInt,
        reply_id -> BigInt,
    }
}

diesel::table! {
    merges (id) {
        id -> BigInt,
        thread_id -> BigInt,
        target_id -> BigInt,
        opening_id -> BigInt,
        acceptance_id -> Nullable<BigInt>,
        active_before -> Timestamp,
        active_after -> Timestamp,
        merged_by_id -> Nullable<BigInt>,
        merged_at -> Timestamp,
        undone_at -> Nullable<Timestamp>,
        undone_by_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    moderations (id) {
        id -> BigInt,
        moderator_id -> Nullable<BigInt>,
        act -> Text,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        comment_id -> Nullable<BigInt>,
        user_id -> Nullable<BigInt>,
        reason -> Text,
        acted_at -> Timestamp,
        was -> Nullable<Text>,
        became -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
        selection_id -> Nullable<BigInt>,
        about -> Nullable<Text>,
        is_for_admins -> Bool,
    }
}

diesel::table! {
    notifications (tiding_id, user_id) {
        tiding_id -> BigInt,
        user_id -> BigInt,
        thread_id -> BigInt,
        kind -> Text,
        happened_at -> Timestamp,
        read_at -> Nullable<Timestamp>,
        is_by_mail -> Bool,
        deferred_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    origins (source, noun, source_id) {
        source -> Text,
        noun -> Text,
        source_id -> BigInt,
        family -> Text,
        noun_id -> BigInt,
        number -> Nullable<BigInt>,
    }
}

diesel::table! {
    outbreaks (id) {
        id -> BigInt,
        thread_id -> BigInt,
        audience -> Text,
        asker_count -> BigInt,
        began_at -> Timestamp,
        grew_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    proposal_members (proposal_id, thread_id) {
        proposal_id -> BigInt,
        thread_id -> BigInt,
        is_ticked -> Nullable<Bool>,
    }
}

diesel::table! {
    proposals (id) {
        id -> BigInt,
        kind -> Text,
        state -> Text,
        group_id -> Nullable<BigInt>,
        article_id -> Nullable<BigInt>,
        into_id -> Nullable<BigInt>,
        audience -> Text,
        version -> BigInt,
        people_count -> BigInt,
        member_count -> BigInt,
        asker_count -> BigInt,
        me_too_count -> BigInt,
        view_count -> BigInt,
        open_count -> BigInt,
        recent_count -> BigInt,
        unhelpful_count -> BigInt,
        made_at -> Timestamp,
        changed_at -> Timestamp,
        weighed_at -> Timestamp,
        decided_at -> Nullable<Timestamp>,
        decided_by_id -> Nullable<BigInt>,
        title -> Text,
        reason -> Text,
    }
}

diesel::table! {
    question_facts (id) {
        id -> BigInt,
        thread_id -> BigInt,
        kind -> Text,
        happened_at -> Nullable<Timestamp>,
        precision -> Text,
        by_id -> Nullable<BigInt>,
        on_behalf_of_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        article_id -> Nullable<BigInt>,
        other_id -> Nullable<BigInt>,
        detail -> Nullable<Text>,
    }
}

diesel::table! {
    question_fields (thread_id, label) {
        thread_id -> BigInt,
        label -> Text,
        answer -> Text,
    }
}

diesel::table! {
    question_figures (thread_id) {
        thread_id -> BigInt,
        category_id -> BigInt,
        asker_id -> Nullable<BigInt>,
        asked_second -> BigInt,
        people -> BigInt,
        answered_by -> Nullable<Text>,
        answer_second -> Nullable<BigInt>,
        answer_is_of_day -> Bool,
        answerer_id -> Nullable<BigInt>,
        has_staff_answer -> Bool,
        staff_answer_second -> Nullable<BigInt>,
        resolved_how -> Nullable<Text>,
        resolution_second -> Nullable<BigInt>,
        resolution_is_of_day -> Bool,
        accepted_author_id -> Nullable<BigInt>,
        accepts_first_answer -> Nullable<Bool>,
        was_reopened -> Bool,
        removal_second -> Nullable<BigInt>,
        is_open -> Bool,
        turn -> Text,
        left_out -> Nullable<Text>,
        is_strange -> Bool,
    }
}

diesel::table! {
    question_fills (follower) {
        follower -> Text,
        derivation -> BigInt,
        filled_to -> Nullable<BigInt>,
        began_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    question_outcomes (thread_id) {
        thread_id -> BigInt,
        category_id -> BigInt,
        asker_id -> Nullable<BigInt>,
        asked_at -> Timestamp,
        answered_at -> Nullable<Timestamp>,
        answer_precision -> Nullable<Text>,
        answered_by -> Nullable<Text>,
        answer_id -> Nullable<BigInt>,
        answerer_id -> Nullable<BigInt>,
        staff_answered_at -> Nullable<Timestamp>,
        staff_answer_precision -> Nullable<Text>,
        staff_answer_id -> Nullable<BigInt>,
        staff_answerer_id -> Nullable<BigInt>,
        resolved_at -> Nullable<Timestamp>,
        resolution_precision -> Nullable<Text>,
        resolved_how -> Nullable<Text>,
        resolution_undone_at -> Nullable<Timestamp>,
        accepted_reply_id -> Nullable<BigInt>,
        accepted_author_id -> Nullable<BigInt>,
        settling_article_id -> Nullable<BigInt>,
        reopened_count -> BigInt,
        closed_at -> Nullable<Timestamp>,
        close_reason -> Nullable<Text>,
        original_id -> Nullable<BigInt>,
        removed_at -> Nullable<Timestamp>,
        removal -> Nullable<Text>,
        merged_into_id -> Nullable<BigInt>,
        me_too_count -> BigInt,
        turn -> Text,
        turn_since -> Timestamp,
        is_open -> Bool,
        anomaly -> Nullable<Text>,
    }
}

diesel::table! {
    readings (user_id, thread_id) {
        user_id -> BigInt,
        thread_id -> BigInt,
        read_at -> Timestamp,
        seen_count -> BigInt,
    }
}

diesel::table! {
    recovery_codes (code_hash) {
        code_hash -> Text,
        user_id -> BigInt,
    }
}

diesel::table! {
    reminders (thread_id) {
        thread_id -> BigInt,
        asker_id -> BigInt,
        answer_id -> BigInt,
        reminded_at -> Timestamp,
        posted_at -> Nullable<Timestamp>,
        response -> Nullable<Text>,
        responded_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    removals (id) {
        id -> BigInt,
        user_id -> BigInt,
        reason -> Text,
        removed_at -> Timestamp,
        removed_by_id -> Nullable<BigInt>,
        undone_at -> Nullable<Timestamp>,
        undone_by_id -> Nullable<BigInt>,
        restraint_id -> Nullable<BigInt>,
        former_end -> Nullable<Timestamp>,
        touched_at -> Timestamp,
    }
}

diesel::table! {
    removed_pieces (id) {
        id -> BigInt,
        removal_id -> BigInt,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        comment_id -> Nullable<BigInt>,
        case_id -> Nullable<BigInt>,
        acceptance_id -> Nullable<BigInt>,
        was_held -> Bool,
        restored_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    reopenings (id) {
        id -> BigInt,
        thread_id -> BigInt,
        acceptance_id -> Nullable<BigInt>,
        closure_id -> Nullable<BigInt>,
        reopened_by_id -> Nullable<BigInt>,
        reopened_at -> Timestamp,
        reason -> Text,
        article_link_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    repeat_decisions (one_id, other_id) {
        one_id -> BigInt,
        other_id -> BigInt,
        is_same -> Bool,
        decided_by_id -> Nullable<BigInt>,
        decided_at -> Timestamp,
    }
}

diesel::table! {
    repeat_groups (id) {
        id -> BigInt,
        made_at -> Timestamp,
        changed_at -> Timestamp,
        weighed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    repeat_members (thread_id) {
        thread_id -> BigInt,
        group_id -> BigInt,
        thousandths -> BigInt,
        joined_at -> Timestamp,
    }
}

diesel::table! {
    repeat_scans (follower) {
        follower -> Text,
        scanned_to -> Nullable<BigInt>,
        began_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        model -> Nullable<Text>,
    }
}

diesel::table! {
    replies (id) {
        id -> BigInt,
        thread_id -> BigInt,
        author_id -> Nullable<BigInt>,
        author_name -> Nullable<Text>,
        created_at -> Timestamp,
        edited_at -> Nullable<Timestamp>,
        up_count -> BigInt,
        down_count -> BigInt,
        score -> BigInt,
        comment_count -> BigInt,
        deleted_at -> Nullable<Timestamp>,
        deleted_by_id -> Nullable<BigInt>,
        renderer -> SmallInt,
        body_markdown -> Text,
        body_html -> Text,
        body_source -> Nullable<Text>,
        thanks_count -> BigInt,
        opens_id -> Nullable<BigInt>,
        by_mail -> Bool,
        erased_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    reply_votes (reply_id, user_id) {
        reply_id -> BigInt,
        user_id -> BigInt,
        direction -> Text,
        voted_at -> Timestamp,
    }
}

diesel::table! {
    restraints (id) {
        id -> BigInt,
        user_id -> BigInt,
        kind -> Text,
        reason -> Text,
        begun_at -> Timestamp,
        begun_by_id -> Nullable<BigInt>,
        ends_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        ended_by_id -> Nullable<BigInt>,
        read_at -> Nullable<Timestamp>,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        comment_id -> Nullable<BigInt>,
        noticed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    revisions (id) {
        id -> BigInt,
        thread_id -> BigInt,
        reply_id -> Nullable<BigInt>,
        number -> BigInt,
        editor_id -> Nullable<BigInt>,
        created_at -> Timestamp,
        reason -> Text,
        title -> Nullable<Text>,
        tags -> Nullable<Text>,
        body_markdown -> Text,
        template_answers -> Nullable<Text>,
    }
}

diesel::table! {
    search_feeds (follower) {
        follower -> Text,
        serving -> Nullable<Text>,
        filling -> Nullable<Text>,
        filled_to -> Nullable<BigInt>,
        is_wanted_anew -> Bool,
        held_by -> Nullable<Text>,
        held_until -> Nullable<Timestamp>,
    }
}

diesel::table! {
    scans (id) {
        id -> BigInt,
        asked_by_id -> Nullable<BigInt>,
        asked_at -> Timestamp,
        noun -> Nullable<Text>,
        after_id -> BigInt,
        piece_count -> BigInt,
        case_count -> BigInt,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    search_article_openings (search_key, article_id) {
        search_key -> BigInt,
        article_id -> BigInt,
        position -> BigInt,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    search_openings (search_key, thread_id) {
        search_key -> BigInt,
        thread_id -> BigInt,
        position -> BigInt,
        opened_at -> Timestamp,
    }
}

diesel::table! {
    search_periods (days) {
        days -> BigInt,
        search_count -> BigInt,
        none_count -> BigInt,
        unopened_count -> BigInt,
    }
}

diesel::table! {
    searched_words (id) {
        id -> BigInt,
        days -> BigInt,
        words -> Text,
        search_count -> BigInt,
        none_count -> BigInt,
        unopened_count -> BigInt,
        unanswered_count -> BigInt,
        searched_at -> Timestamp,
        no_article_count -> BigInt,
    }
}

diesel::table! {
    searches (key) {
        key -> BigInt,
        words -> Text,
        searched_at -> Timestamp,
        result_count -> BigInt,
        is_signed_in -> Bool,
        opened_at -> Nullable<Timestamp>,
        counted_days -> Nullable<BigInt>,
        article_count -> Nullable<BigInt>,
        answer_opened_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    second_factors (user_id) {
        user_id -> BigInt,
        secret -> Text,
        used_step -> BigInt,
        begun_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    second_steps (token_hash) {
        token_hash -> Text,
        user_id -> BigInt,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    sections (id) {
        id -> BigInt,
        parent_id -> Nullable<BigInt>,
        name -> Text,
        description -> Text,
        position -> BigInt,
        created_at -> Timestamp,
        article_count -> BigInt,
        signed_in_count -> BigInt,
        public_count -> BigInt,
    }
}

diesel::table! {
    see_alsos (article_id, other_id) {
        article_id -> BigInt,
        other_id -> BigInt,
        place -> BigInt,
    }
}

diesel::table! {
    selections (id) {
        id -> BigInt,
        moderator_id -> Nullable<BigInt>,
        reason -> Text,
        piece_count -> BigInt,
        acted_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_hash -> Text,
        agent -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        expires_at -> Timestamp,
        network -> Text,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    sign_in_failures (subject) {
        subject -> Text,
        failure_count -> BigInt,
        failed_at -> Timestamp,
    }
}

diesel::table! {
    sign_ups (id) {
        id -> BigInt,
        name -> Text,
        email -> Text,
        email_folded -> Text,
        password_hash -> Text,
        question -> Nullable<Text>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        back -> Nullable<Text>,
        language -> Nullable<Text>,
        agreed -> Nullable<Text>,
        ask_session -> Nullable<Text>,
        doubt -> Nullable<Text>,
        network -> Nullable<Text>,
    }
}

diesel::table! {
    signing_keys (id) {
        id -> BigInt,
        secret -> Text,
        made_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    spam_lessons (id) {
        id -> BigInt,
        case_id -> Nullable<BigInt>,
        removal_id -> Nullable<BigInt>,
        lesson -> Text,
        tokens -> Text,
        learnt_at -> Timestamp,
    }
}

diesel::table! {
    spam_tokens (token) {
        token -> Text,
        spam_count -> BigInt,
        ham_count -> BigInt,
        seen_count -> BigInt,
        touched_at -> Timestamp,
    }
}

diesel::table! {
    spent_proofs (nonce) {
        nonce -> Text,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    splits (thread_id) {
        thread_id -> BigInt,
        origin_id -> BigInt,
        reply_count -> BigInt,
        split_by_id -> Nullable<BigInt>,
        split_at -> Timestamp,
    }
}

diesel::table! {
    staff_notes (id) {
        id -> BigInt,
        user_id -> BigInt,
        author_id -> BigInt,
        body -> Text,
        noted_at -> Timestamp,
    }
}

diesel::table! {
    submissions (user_id, form_key) {
        user_id -> BigInt,
        form_key -> Text,
        post_id -> Nullable<BigInt>,
        submitted_at -> Timestamp,
    }
}

diesel::table! {
    subscriber_categories (subscriber_id, category_id) {
        subscriber_id -> BigInt,
        category_id -> BigInt,
    }
}

diesel::table! {
    subscriber_tags (subscriber_id, tag_id) {
        subscriber_id -> BigInt,
        tag_id -> BigInt,
    }
}

diesel::table! {
    subscribers (id) {
        id -> BigInt,
        user_id -> Nullable<BigInt>,
        email -> Nullable<Text>,
        email_folded -> Nullable<Text>,
        language -> Nullable<Text>,
        frequency -> Text,
        weekday -> BigInt,
        hour -> BigInt,
        zone -> Text,
        is_about_all -> Bool,
        left_out -> Text,
        asked_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        covered_at -> Nullable<Timestamp>,
        due_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    subscriptions (id) {
        id -> BigInt,
        user_id -> BigInt,
        thread_id -> Nullable<BigInt>,
        category_id -> Nullable<BigInt>,
        tag_id -> Nullable<BigInt>,
        level -> Text,
        subscribed_at -> Timestamp,
    }
}

diesel::table! {
    surveys (id) {
        id -> BigInt,
        thread_id -> BigInt,
        user_id -> BigInt,
        invited_at -> Timestamp,
        posted_at -> Nullable<Timestamp>,
        answered_at -> Nullable<Timestamp>,
        rating -> Nullable<BigInt>,
        effort -> Nullable<BigInt>,
        comment -> Nullable<Text>,
    }
}

diesel::table! {
    tag_synonyms (name) {
        name -> Text,
        tag_id -> BigInt,
        made_at -> Timestamp,
    }
}

diesel::table! {
    tags (id) {
        id -> BigInt,
        name -> Text,
        description -> Text,
        created_at -> Timestamp,
        thread_count -> BigInt,
        public_count -> BigInt,
        signed_in_count -> BigInt,
    }
}

diesel::table! {
    thanks (reply_id, user_id) {
        reply_id -> BigInt,
        user_id -> BigInt,
        thanked_at -> Timestamp,
    }
}

diesel::table! {
    thread_letters (user_id, thread_id) {
        user_id -> BigInt,
        thread_id -> BigInt,
        first_at -> Timestamp,
        latest_at -> Timestamp,
        due_at -> Nullable<Timestamp>,
        posted_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    thread_tags (thread_id, tag_id) {
        thread_id -> BigInt,
        tag_id -> BigInt,
    }
}

diesel::table! {
    thread_vectors (thread_id) {
        thread_id -> BigInt,
        model_id -> BigInt,
        text_hash -> BigInt,
        vector -> Binary,
    }
}

diesel::table! {
    thread_votes (thread_id, user_id) {
        thread_id -> BigInt,
        user_id -> BigInt,
        direction -> Text,
        voted_at -> Timestamp,
    }
}

diesel::table! {
    threads (id) {
        id -> BigInt,
        category_id -> BigInt,
        kind -> Text,
        standing -> Text,
        author_id -> Nullable<BigInt>,
        author_name -> Nullable<Text>,
        created_at -> Timestamp,
        edited_at -> Nullable<Timestamp>,
        active_at -> Timestamp,
        reply_count -> BigInt,
        comment_count -> BigInt,
        up_count -> BigInt,
        down_count -> BigInt,
        score -> BigInt,
        me_too_count -> BigInt,
        view_count -> BigInt,
        pinned_at -> Nullable<Timestamp>,
        locked_at -> Nullable<Timestamp>,
        deleted_at -> Nullable<Timestamp>,
        deleted_by_id -> Nullable<BigInt>,
        renderer -> SmallInt,
        title -> Text,
        template_answers -> Text,
        body_markdown -> Text,
        body_html -> Text,
        body_source -> Nullable<Text>,
        pinned_until -> Nullable<Timestamp>,
        erased_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tidings (id) {
        id -> BigInt,
        kind -> Text,
        thread_id -> BigInt,
        reply_id -> Nullable<BigInt>,
        comment_id -> Nullable<BigInt>,
        article_id -> Nullable<BigInt>,
        act -> Nullable<Text>,
        reason -> Text,
        by_id -> Nullable<BigInt>,
        happened_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tokens (id) {
        id -> BigInt,
        purpose -> Text,
        sign_up_id -> Nullable<BigInt>,
        user_id -> Nullable<BigInt>,
        token_hash -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    uploads (id) {
        id -> BigInt,
        owner_id -> Nullable<BigInt>,
        thread_id -> Nullable<BigInt>,
        reply_id -> Nullable<BigInt>,
        name -> Text,
        kind -> Text,
        byte_count -> BigInt,
        width -> Nullable<BigInt>,
        height -> Nullable<BigInt>,
        alt -> Text,
        source_url -> Nullable<Text>,
        hash -> Text,
        depot_key -> Text,
        made_at -> Timestamp,
        kept_at -> Nullable<Timestamp>,
        removed_at -> Nullable<Timestamp>,
        expires_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    users (id) {
        id -> BigInt,
        name -> Text,
        name_folded -> Text,
        email -> Nullable<Text>,
        email_folded -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        role -> Text,
        trust -> Text,
        created_at -> Timestamp,
        seen_at -> Nullable<Timestamp>,
        suspended_at -> Nullable<Timestamp>,
        thread_count -> BigInt,
        reply_count -> BigInt,
        accepted_count -> BigInt,
        renderer -> SmallInt,
        about_markdown -> Text,
        about_html -> Text,
        told_sign_in_at -> Nullable<Timestamp>,
        renamed_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        dismissed_hints_at -> Nullable<Timestamp>,
        language -> Nullable<Text>,
        watches_answered -> Bool,
        suspended_until -> Nullable<Timestamp>,
        removed_at -> Nullable<Timestamp>,
        visited_day_count -> BigInt,
        unweighed_at -> Nullable<Timestamp>,
        fell_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    watched_words (id) {
        id -> BigInt,
        form -> Text,
        words -> Text,
        deed -> Text,
        substitute -> Text,
        made_by_id -> Nullable<BigInt>,
        changed_at -> Timestamp,
    }
}

diesel::joinable!(acceptances -> replies (reply_id));
diesel::joinable!(acceptances -> threads (thread_id));
diesel::joinable!(address_changes -> users (user_id));
diesel::joinable!(article_citations -> articles (article_id));
diesel::joinable!(article_citations -> replies (reply_id));
diesel::joinable!(article_links -> articles (article_id));
diesel::joinable!(article_links -> threads (thread_id));
diesel::joinable!(article_opinions -> articles (article_id));
diesel::joinable!(article_revisions -> articles (article_id));
diesel::joinable!(article_revisions -> users (editor_id));
diesel::joinable!(article_tags -> articles (article_id));
diesel::joinable!(article_tags -> tags (tag_id));
diesel::joinable!(article_words -> articles (article_id));
diesel::joinable!(articles -> sections (section_id));
diesel::joinable!(ask_article_suggestions -> articles (article_id));
diesel::joinable!(ask_article_suggestions -> ask_sessions (ask_session_id));
diesel::joinable!(ask_sessions -> articles (article_id));
diesel::joinable!(ask_sessions -> categories (category_id));
diesel::joinable!(ask_sessions -> threads (thread_id));
diesel::joinable!(ask_suggestions -> ask_sessions (ask_session_id));
diesel::joinable!(ask_suggestions -> threads (thread_id));
diesel::joinable!(awaitings -> threads (thread_id));
diesel::joinable!(cases -> comments (comment_id));
diesel::joinable!(cases -> replies (reply_id));
diesel::joinable!(cases -> threads (thread_id));
diesel::joinable!(category_groups -> categories (category_id));
diesel::joinable!(category_groups -> groups (group_id));
diesel::joinable!(comments -> replies (reply_id));
diesel::joinable!(comments -> threads (thread_id));
diesel::joinable!(consents -> users (user_id));
diesel::joinable!(digests -> subscribers (subscriber_id));
diesel::joinable!(documents -> users (published_by_id));
diesel::joinable!(duplicate_links -> users (linked_by_id));
diesel::joinable!(flags -> cases (case_id));
diesel::joinable!(flags -> users (user_id));
diesel::joinable!(former_slugs -> categories (category_id));
diesel::joinable!(group_members -> groups (group_id));
diesel::joinable!(group_members -> users (user_id));
diesel::joinable!(guide_answers -> articles (article_id));
diesel::joinable!(helpers -> categories (category_id));
diesel::joinable!(helpers -> users (user_id));
diesel::joinable!(incoming_messages -> replies (reply_id));
diesel::joinable!(incoming_messages -> threads (thread_id));
diesel::joinable!(incoming_messages -> users (user_id));
diesel::joinable!(invitation_groups -> groups (group_id));
diesel::joinable!(invitation_groups -> invitations (invitation_id));
diesel::joinable!(invitations -> users (invited_by_id));
diesel::joinable!(invited_sign_ups -> invitations (invitation_id));
diesel::joinable!(invited_sign_ups -> sign_ups (sign_up_id));
diesel::joinable!(known_browsers -> users (user_id));
diesel::joinable!(known_problems -> categories (category_id));
diesel::joinable!(known_problems -> threads (thread_id));
diesel::joinable!(letter_choices -> users (user_id));
diesel::joinable!(letter_days -> users (user_id));
diesel::joinable!(me_toos -> threads (thread_id));
diesel::joinable!(me_toos -> users (user_id));
diesel::joinable!(merged_me_toos -> merges (merge_id));
diesel::joinable!(merged_me_toos -> users (user_id));
diesel::joinable!(merged_replies -> merges (merge_id));
diesel::joinable!(merged_replies -> replies (reply_id));
diesel::joinable!(merges -> acceptances (acceptance_id));
diesel::joinable!(moderations -> comments (comment_id));
diesel::joinable!(moderations -> replies (reply_id));
diesel::joinable!(moderations -> selections (selection_id));
diesel::joinable!(moderations -> threads (thread_id));
diesel::joinable!(notifications -> threads (thread_id));
diesel::joinable!(notifications -> tidings (tiding_id));
diesel::joinable!(notifications -> users (user_id));
diesel::joinable!(outbreaks -> threads (thread_id));
diesel::joinable!(proposal_members -> proposals (proposal_id));
diesel::joinable!(proposal_members -> threads (thread_id));
diesel::joinable!(proposals -> articles (article_id));
diesel::joinable!(proposals -> repeat_groups (group_id));
diesel::joinable!(proposals -> users (decided_by_id));
diesel::joinable!(question_facts -> articles (article_id));
diesel::joinable!(question_facts -> replies (reply_id));
diesel::joinable!(question_fields -> threads (thread_id));
diesel::joinable!(question_figures -> categories (category_id));
diesel::joinable!(question_figures -> threads (thread_id));
diesel::joinable!(question_outcomes -> categories (category_id));
diesel::joinable!(question_outcomes -> threads (thread_id));
diesel::joinable!(readings -> threads (thread_id));
diesel::joinable!(readings -> users (user_id));
diesel::joinable!(recovery_codes -> second_factors (user_id));
diesel::joinable!(reminders -> threads (thread_id));
diesel::joinable!(reminders -> users (asker_id));
diesel::joinable!(removals -> restraints (restraint_id));
diesel::joinable!(removed_pieces -> acceptances (acceptance_id));
diesel::joinable!(removed_pieces -> cases (case_id));
diesel::joinable!(removed_pieces -> comments (comment_id));
diesel::joinable!(removed_pieces -> removals (removal_id));
diesel::joinable!(removed_pieces -> replies (reply_id));
diesel::joinable!(removed_pieces -> threads (thread_id));
diesel::joinable!(reopenings -> acceptances (acceptance_id));
diesel::joinable!(reopenings -> article_links (article_link_id));
diesel::joinable!(reopenings -> closures (closure_id));
diesel::joinable!(reopenings -> threads (thread_id));
diesel::joinable!(reopenings -> users (reopened_by_id));
diesel::joinable!(repeat_decisions -> users (decided_by_id));
diesel::joinable!(repeat_members -> repeat_groups (group_id));
diesel::joinable!(repeat_members -> threads (thread_id));
diesel::joinable!(replies -> threads (thread_id));
diesel::joinable!(reply_votes -> replies (reply_id));
diesel::joinable!(reply_votes -> users (user_id));
diesel::joinable!(restraints -> comments (comment_id));
diesel::joinable!(restraints -> replies (reply_id));
diesel::joinable!(restraints -> threads (thread_id));
diesel::joinable!(revisions -> replies (reply_id));
diesel::joinable!(revisions -> threads (thread_id));
diesel::joinable!(revisions -> users (editor_id));
diesel::joinable!(scans -> users (asked_by_id));
diesel::joinable!(search_article_openings -> articles (article_id));
diesel::joinable!(search_article_openings -> searches (search_key));
diesel::joinable!(search_openings -> searches (search_key));
diesel::joinable!(search_openings -> threads (thread_id));
diesel::joinable!(searched_words -> search_periods (days));
diesel::joinable!(searches -> search_periods (counted_days));
diesel::joinable!(second_factors -> users (user_id));
diesel::joinable!(second_steps -> users (user_id));
diesel::joinable!(selections -> users (moderator_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(spam_lessons -> cases (case_id));
diesel::joinable!(spam_lessons -> removals (removal_id));
diesel::joinable!(splits -> users (split_by_id));
diesel::joinable!(submissions -> users (user_id));
diesel::joinable!(subscriber_categories -> categories (category_id));
diesel::joinable!(subscriber_categories -> subscribers (subscriber_id));
diesel::joinable!(subscriber_tags -> subscribers (subscriber_id));
diesel::joinable!(subscriber_tags -> tags (tag_id));
diesel::joinable!(subscribers -> users (user_id));
diesel::joinable!(subscriptions -> categories (category_id));
diesel::joinable!(subscriptions -> tags (tag_id));
diesel::joinable!(subscriptions -> threads (thread_id));
diesel::joinable!(subscriptions -> users (user_id));
diesel::joinable!(surveys -> threads (thread_id));
diesel::joinable!(surveys -> users (user_id));
diesel::joinable!(tag_synonyms -> tags (tag_id));
diesel::joinable!(thanks -> replies (reply_id));
diesel::joinable!(thanks -> users (user_id));
diesel::joinable!(thread_letters -> threads (thread_id));
diesel::joinable!(thread_letters -> users (user_id));
diesel::joinable!(thread_tags -> tags (tag_id));
diesel::joinable!(thread_tags -> threads (thread_id));
diesel::joinable!(thread_vectors -> embedding_models (model_id));
diesel::joinable!(thread_vectors -> threads (thread_id));
diesel::joinable!(thread_votes -> threads (thread_id));
diesel::joinable!(thread_votes -> users (user_id));
diesel::joinable!(threads -> categories (category_id));
diesel::joinable!(tidings -> articles (article_id));
diesel::joinable!(tidings -> comments (comment_id));
diesel::joinable!(tidings -> replies (reply_id));
diesel::joinable!(tidings -> threads (thread_id));
diesel::joinable!(tidings -> users (by_id));
diesel::joinable!(tokens -> sign_ups (sign_up_id));
diesel::joinable!(tokens -> users (user_id));
diesel::joinable!(uploads -> replies (reply_id));
diesel::joinable!(uploads -> threads (thread_id));
diesel::joinable!(uploads -> users (owner_id));
diesel::joinable!(watched_words -> users (made_by_id));

diesel::allow_tables_to_appear_in_same_query!(
    acceptances,
    address_changes,
    article_citations,
    article_links,
    article_opinions,
    article_revisions,
    article_tags,
    article_words,
    articles,
    ask_article_suggestions,
    ask_sessions,
    ask_suggestions,
    awaitings,
    bounces,
    canned_replies,
    cases,
    categories,
    category_groups,
    changes,
    closures,
    comments,
    consents,
    digests,
    documents,
    doubts,
    duplicate_links,
    embedding_models,
    flags,
    followers,
    former_slugs,
    group_members,
    groups,
    guide_answers,
    helpers,
    import_runs,
    incoming_messages,
    invitation_groups,
    invitations,
    invited_sign_ups,
    jobs,
    known_browsers,
    known_problems,
    letter_choices,
    letter_days,
    logos,
    me_toos,
    merged_me_toos,
    merged_replies,
    merges,
    moderations,
    notifications,
    origins,
    outbreaks,
    proposal_members,
    proposals,
    question_facts,
    question_fields,
    question_figures,
    question_fills,
    question_outcomes,
    readings,
    recovery_codes,
    reminders,
    removals,
    removed_pieces,
    reopenings,
    repeat_decisions,
    repeat_groups,
    repeat_members,
    repeat_scans,
    replies,
    reply_votes,
    restraints,
    revisions,
    search_feeds,
    scans,
    search_article_openings,
    search_openings,
    search_periods,
    searched_words,
    searches,
    second_factors,
    second_steps,
    sections,
    see_alsos,
    selections,
    sessions,
    settings,
    sign_in_failures,
    sign_ups,
    signing_keys,
    spam_lessons,
    spam_tokens,
    spent_proofs,
    splits,
    staff_notes,
    submissions,
    subscriber_categories,
    subscriber_tags,
    subscribers,
    subscriptions,
    surveys,
    tag_synonyms,
    tags,
    thanks,
    thread_letters,
    thread_tags,
    thread_vectors,
    thread_votes,
    threads,
    tidings,
    tokens,
    uploads,
    users,
    watched_words,
);
