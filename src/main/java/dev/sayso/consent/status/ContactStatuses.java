package dev.sayso.consent.status;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Gathers, in a handful of queries for any number of people, all that a verdict depends
 * on.
 */
@Component
@Transactional(readOnly = true)
public class ContactStatuses {

	private final SharedAddresses sharedAddresses;

	private final Says says;

	private final Suppressions suppressions;

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final Clock clock;

	ContactStatuses(SharedAddresses sharedAddresses, Says says, Suppressions suppressions, ConsentSettings settings,
			Verdicts verdicts, Clock clock) {
		this.sharedAddresses = sharedAddresses;
		this.says = says;
		this.suppressions = suppressions;
		this.settings = settings;
		this.verdicts = verdicts;
		this.clock = clock;
	}

	public ContactStatus find(Profile profile) {
		return find(List.of(profile)).get(profile.id());
	}

	public Map<ProfileId, ContactStatus> find(Collection<Profile> people) {
		Map<ProfileId, List<Profile>> sharing = this.sharedAddresses.find(people);
		Set<ProfileId> everybody = new HashSet<>(sharing.keySet());
		sharing.values().forEach((others) -> others.forEach((other) -> everybody.add(other.id())));
		Map<ProfileId, Say> said = this.says.find(everybody);
		ConsentDefaults defaults = this.settings.defaults();
		Map<ProfileId, List<Suppression>> suppressed = this.suppressions
			.ofEach(people.stream().collect(Collectors.toMap(Profile::id, Profile::addresses)));
		Map<ProfileId, ContactStatus> statuses = new HashMap<>();
		for (Profile person : people) {
			Map<Channel, String> addresses = person.addresses();
			List<Sharer> sharers = sharing.get(person.id())
				.stream()
				.map((other) -> sharer(addresses, other, said.get(other.id())))
				.toList();
			statuses.put(person.id(), new ContactStatus(said.get(person.id()), addresses,
					suppressed.getOrDefault(person.id(), List.of()), sharers, defaults));
		}
		return statuses;
	}

	/**
	 * The verdict for each channel in use.
	 * @param action what the sender wants to do; marketing unless it is
	 * {@link Question#TRANSACTIONAL}
	 */
	public List<Verdict> verdicts(ContactStatus status, String action) {
		return this.settings.channelsInUse()
			.stream()
			.map((channel) -> this.verdicts.judge(status, new Question(channel, action, this.clock.instant())))
			.toList();
	}

	/**
	 * The verdict for marketing on one channel.
	 */
	public Verdict verdict(ContactStatus status, Channel channel) {
		return verdict(status, channel, this.clock.instant());
	}

	/**
	 * The same at another moment.
	 */
	public Verdict verdict(ContactStatus status, Channel channel, Instant at) {
		return this.verdicts.judge(status, new Question(channel, "marketing", at));
	}

	private static Sharer sharer(Map<Channel, String> addresses, Profile other, Say say) {
		Map<Channel, String> theirs = other.addresses();
		Set<Channel> channels = addresses.entrySet()
			.stream()
			.filter((address) -> address.getValue().equals(theirs.get(address.getKey())))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
		return new Sharer(other.id(), other.name(), channels, say);
	}

}
