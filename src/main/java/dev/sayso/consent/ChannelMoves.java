package dev.sayso.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts whom a change of channels and defaults moves, before it is made.
 */
@Component
class ChannelMoves {

	private static final String NOBODY = "1 = 0";

	private final JdbcClient jdbc;

	ChannelMoves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a change does to one purpose.
	 *
	 * @param gained people for whom it is allowed then and was not
	 * @param lost people for whom it was allowed and is not then
	 */
	record Move(Purpose purpose, long gained, long lost) {

		boolean isNobody() {
			return this.gained + this.lost == 0;
		}

	}

	/** For each purpose that the change is about, how many people it moves each way. */
	List<Move> between(ChannelSettingsForm before, ChannelSettingsForm after) {
		List<Move> moves = new ArrayList<>();
		for (Purpose purpose : before.defaults().keySet()) {
			String was = allowed(purpose, before);
			String is = allowed(purpose, after);
			if (!was.equals(is)) {
				moves.add(new Move(purpose, count(is, was), count(was, is)));
			}
		}
		return moves;
	}

	private static String allowed(Purpose purpose, ChannelSettingsForm form) {
		ConsentDefaults defaults = new ConsentDefaults(form.defaults());
		return purpose.channel()
			.map((channel) -> form.channels().contains(channel) ? new ReachSql(channel, defaults).may() : NOBODY)
			.orElseGet(() -> ConsentSql.of(purpose, defaults));
	}

	private long count(String these, String butThose) {
		return these.equals(NOBODY) ? 0
				: Objects.requireNonNull(
						this.jdbc.sql("select count(*) from profile p where (" + these + ") and not (" + butThose + ")")
							.query(Long.class)
							.single());
	}

}
