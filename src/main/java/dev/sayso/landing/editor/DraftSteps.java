package dev.sayso.landing.editor;

import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.landing.PageContent;

/**
 * The last steps of each draft, to go back and forth. A step keeps what the draft is not
 * now: what it was before, or, once taken back, what it was after.
 */
@Component
class DraftSteps {

	/** So many steps can be taken back. */
	private static final int MOST = 100;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DraftSteps(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Adds a step; what was taken back before is gone then. */
	void add(UUID page, PageContent before) {
		this.jdbc.sql("delete from page_step where page_id = ? and undone").param(page).update();
		int number = number("select coalesce(max(number), 0) from page_step where page_id = ?", page) + 1;
		this.jdbc.sql("insert into page_step (page_id, number, undone, content) values (?, ?, false, ?)")
			.params(page, number, this.json.writeValueAsString(before))
			.update();
		this.jdbc.sql("delete from page_step where page_id = ? and number <= ?").params(page, number - MOST).update();
	}

	boolean canUndo(UUID page) {
		return last(page) > 0;
	}

	boolean canRedo(UUID page) {
		return next(page) > 0;
	}

	/**
	 * Takes the last step back.
	 * @return what the draft was before it; empty where there is none
	 */
	Optional<PageContent> undo(UUID page, PageContent now) {
		return turn(page, last(page), true, now);
	}

	/**
	 * Takes the step again that was taken back last.
	 * @return what the draft was after it; empty where there is none
	 */
	Optional<PageContent> redo(UUID page, PageContent now) {
		return turn(page, next(page), false, now);
	}

	private Optional<PageContent> turn(UUID page, int number, boolean undone, PageContent now) {
		Optional<PageContent> kept = this.jdbc.sql("select content from page_step where page_id = ? and number = ?")
			.params(page, number)
			.query(String.class)
			.optional()
			.map((content) -> this.json.readValue(content, PageContent.class));
		kept.ifPresent((content) -> this.jdbc
			.sql("update page_step set undone = ?, content = ? where page_id = ? and number = ?")
			.params(undone, this.json.writeValueAsString(now), page, number)
			.update());
		return kept;
	}

	private int last(UUID page) {
		return number("select coalesce(max(number), 0) from page_step where page_id = ? and not undone", page);
	}

	private int next(UUID page) {
		return number("select coalesce(min(number), 0) from page_step where page_id = ? and undone", page);
	}

	private int number(String sql, UUID page) {
		return this.jdbc.sql(sql).param(page).query(Integer.class).single();
	}

}
