package dev.sayso.profile;

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

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.ContactRule.Question;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Say;
import dev.sayso.consent.Says;
import dev.sayso.consent.Standing;
import dev.sayso.consent.Standing.Twin;
import dev.sayso.consent.Suppression;
import dev.sayso.consent.Suppressions;
import dev.sayso.consent.Verdict;
import dev.sayso.consent.Verdicts;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Moments;
import dev.sayso.shared.ProfileId;

/**
 * Gathers, in a handful of queries for any number of people, all that the verdict weighs.
 */
@Component
@Transactional(readOnly = true)
public class Standings {

	private final FindTwins twins;

	private final Says says;

	private final Suppressions suppressions;

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final Moments moments;

	Standings(FindTwins twins, Says says, Suppressions suppressions, ConsentSettings settings, Verdicts verdicts,
			Moments moments) {
		this.twins = twins;
		this.says = says;
		this.suppressions = suppressions;
		this.settings = settings;
		this.verdicts = verdicts;
		this.moments = moments;
	}

	public Standing of(Profile profile) {
		return of(List.of(profile)).get(profile.id());
	}

	public Map<ProfileId, Standing> of(Collection<Profile> people) {
		Map<ProfileId, List<Profile>> twins = this.twins.of(people);
		Set<ProfileId> everybody = new HashSet<>(twins.keySet());
		twins.values().forEach((others) -> others.forEach((other) -> everybody.add(other.id())));
		Map<ProfileId, Say> said = this.says.of(everybody);
		Defaults defaults = this.settings.defaults();
		Map<ProfileId, List<Suppression>> suppressed = this.suppressions
			.ofEach(people.stream().collect(Collectors.toMap(Profile::id, Profile::addresses)));
		Map<ProfileId, Standing> standings = new HashMap<>();
		for (Profile person : people) {
			Map<Channel, String> addresses = person.addresses();
			List<Twin> shared = twins.get(person.id())
				.stream()
				.map((other) -> twin(addresses, other, said.get(other.id())))
				.toList();
			standings.put(person.id(), new Standing(said.get(person.id()), addresses,
					suppressed.getOrDefault(person.id(), List.of()), shared, defaults));
		}
		return standings;
	}

	/**
	 * The verdict for each channel in use.
	 * @param action what the sender wants to do; marketing unless it is
	 * {@link Question#TRANSACTIONAL}
	 */
	public List<Verdict> verdicts(Standing standing, String action) {
		return this.settings.channelsInUse()
			.stream()
			.map((channel) -> this.verdicts.judge(standing, new Question(channel, action, this.moments.now())))
			.toList();
	}

	/**
	 * The verdict for marketing on one channel.
	 */
	public Verdict verdict(Standing standing, Channel channel) {
		return verdict(standing, channel, this.moments.now());
	}

	/**
	 * The same at another moment.
	 */
	public Verdict verdict(Standing standing, Channel channel, Instant at) {
		return this.verdicts.judge(standing, new Question(channel, "marketing", at));
	}

	private static Twin twin(Map<Channel, String> addresses, Profile other, Say say) {
		Map<Channel, String> theirs = other.addresses();
		Set<Channel> channels = addresses.entrySet()
			.stream()
			.filter((address) -> address.getValue().equals(theirs.get(address.getKey())))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
		return new Twin(other.id(), other.name(), channels, say);
	}

}
