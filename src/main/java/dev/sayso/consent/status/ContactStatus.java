package dev.sayso.consent.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * All that a verdict depends on: one person's say and addresses, what suppresses those,
 * and what others who share an address have said.
 *
 * @param addresses normalised, by channel
 * @param sharers who else has one of the addresses
 * @param facts what rules of other rooms read of them; null where none reads anything
 */
public record ContactStatus(Say say, Map<Channel, String> addresses, List<Suppression> suppressions,
		List<Sharer> sharers, ConsentDefaults defaults, @Nullable PersonFacts facts) {

	public ContactStatus(Say say, Map<Channel, String> addresses, List<Suppression> suppressions, List<Sharer> sharers,
			ConsentDefaults defaults) {
		this(say, addresses, suppressions, sharers, defaults, null);
	}

	/**
	 * @param name how the reason names them
	 * @param channels on which the address is shared
	 */
	public record Sharer(ProfileId profile, String name, Set<Channel> channels, Say say) {

	}

	/**
	 * @param choice what they said, of the channel or of any
	 */
	public record SharedNo(Sharer sharer, EffectiveChoice choice) {

	}

	/**
	 * Whether a no is kept for the address of a channel, of somebody erased or without a
	 * profile.
	 */
	public boolean keepsNo(Channel channel, Instant at) {
		return this.suppressions.stream()
			.anyMatch((suppression) -> suppression.channel() == channel
					&& suppression.kind() == Suppression.Kind.KEPT_SAY && suppression.isInForce(at));
	}

	/**
	 * The noes to marketing on a channel that others said whose address it shares: they
	 * count, so that nobody stays reachable through a second profile.
	 */
	public List<SharedNo> sharedNoes(Channel channel) {
		if (this.sharers.isEmpty()) {
			return List.of();
		}
		return this.sharers.stream()
			.filter((sharer) -> sharer.channels().contains(channel))
			.map((sharer) -> new SharedNo(sharer, sharer.say().effective(Purpose.marketing(channel), this.defaults)))
			.filter((no) -> no.choice().choice() == Choice.NO && no.choice().consent() != null)
			.toList();
	}

}
