package dev.sayso.contact.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.consent.Purpose;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Notes for whom noes may begin or cease to count when somebody gains or loses an address
 * that others have: for them those of the others, for the others theirs. Whether they do
 * is seen when that takes its place in the feed: somebody may say something meanwhile.
 */
@Component
class MovedAddresses {

	private final JdbcClient jdbc;

	private final ChangeRows rows;

	MovedAddresses(JdbcClient jdbc, ChangeRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/**
	 * At the end of the transaction, when whoever saves the same address waits until it
	 * is over: so that of two one sees the other.
	 */
	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(ProfileSaved saved) {
		List<Other> others = others(saved);
		if (others.isEmpty()) {
			return;
		}
		Set<MovedAddress> moved = new LinkedHashSet<>();
		for (Other other : others) {
			moved.add(moved(saved, saved.profile(), other));
			if (other.lost() || other.heeds()) {
				moved.add(moved(saved, other.id(), other));
			}
		}
		this.rows.moved(List.copyOf(moved));
	}

	/**
	 * Somebody who has an address too that was gained or lost.
	 *
	 * @param heeds whether a no of who gained or lost it counts for them
	 */
	private record Other(ProfileId id, Channel channel, boolean lost, boolean heeds) {

	}

	private static MovedAddress moved(ProfileSaved saved, ProfileId told, Other other) {
		return new MovedAddress(told, other.channel(), saved.at(), saved.by().origin());
	}

	/** Mostly there is nobody, which one round trip tells. */
	private List<Other> others(ProfileSaved saved) {
		List<String> parts = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		Stream.of(true, false).forEach((lost) -> (lost ? saved.lost() : saved.gained()).forEach((channel, address) -> {
			parts.add("select o.id, '" + channel.key() + "' as channel, " + lost + " as lost, " + refuses(channel)
					+ " as heeds from profile p join profile o on " + SearchKeys.addressColumn("o", channel)
					+ " = ? and o.id <> p.id where p.id = ?");
			values.add(address);
			values.add(saved.profile().id());
		}));
		return parts.isEmpty() ? List.of()
				: this.jdbc.sql(String.join(" union all ", parts))
					.params(values)
					.query((row, number) -> new Other(new ProfileId(row.getObject("id", UUID.class)),
							Channel.of(row.getString("channel")).orElseThrow(), row.getBoolean("lost"),
							row.getBoolean("heeds")))
					.list();
	}

	private static String refuses(Channel channel) {
		return "exists (select 1 from consent c where c.profile_id = p.id and c.choice = 'n' and c.purpose in ('"
				+ Purpose.MARKETING_ANY.key() + "', '" + Purpose.marketing(channel).key() + "'))";
	}

}
