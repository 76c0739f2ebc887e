package dev.sayso.consent.status;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.PastSays;
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
 * on: the no of one who shares an address counts for all of them.
 */
@Component
public class ContactStatuses {

	private final JdbcClient jdbc;

	private final ProfilesWithSay profiles;

	private final Says says;

	private final PastSays past;

	private final Suppressions suppressions;

	private final ConsentSettings settings;

	private final Verdicts verdicts;

	private final RuleFacts facts;

	private final Clock clock;

	ContactStatuses(JdbcClient jdbc, ProfilesWithSay profiles, Says says, PastSays past, Suppressions suppressions,
			ConsentSettings settings, Verdicts verdicts, RuleFacts facts, Clock clock) {
		this.past = past;
		this.jdbc = jdbc;
		this.profiles = profiles;
		this.says = says;
		this.suppressions = suppressions;
		this.settings = settings;
		this.verdicts = verdicts;
		this.facts = facts;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public ContactStatus find(Profile profile) {
		return find(List.of(profile)).get(profile.id());
	}

	@Transactional(readOnly = true)
	public Map<ProfileId, ContactStatus> find(Collection<Profile> people) {
		return find(people, null);
	}

	/**
	 * The same with what was recorded by then; details, and who shares an address, are as
	 * they are now.
	 * @param at null for now
	 */
	@Transactional(readOnly = true)
	public Map<ProfileId, ContactStatus> find(Collection<Profile> people, @Nullable Instant at) {
		return find(people, sharing(people), at);
	}

	/**
	 * The same of one person as of several instants past, the earliest first.
	 */
	@Transactional(readOnly = true)
	public SortedMap<Instant, ContactStatus> history(Profile person, Collection<Instant> instants) {
		Map<ProfileId, List<Profile>> sharing = sharing(List.of(person));
		SortedMap<Instant, ContactStatus> history = new TreeMap<>();
		instants.forEach(
				(at) -> history.computeIfAbsent(at, (past) -> find(List.of(person), sharing, past).get(person.id())));
		return history;
	}

	private Map<ProfileId, ContactStatus> find(Collection<Profile> people, Map<ProfileId, List<Profile>> sharing,
			@Nullable Instant at) {
		Set<ProfileId> everybody = new HashSet<>(sharing.keySet());
		sharing.values().forEach((others) -> others.forEach((other) -> everybody.add(other.id())));
		Map<ProfileId, Say> said = (at != null) ? this.past.find(everybody, at) : this.says.find(everybody);
		ConsentDefaults defaults = defaults(at);
		Map<ProfileId, List<Suppression>> suppressed = suppressions(
				people.stream().collect(Collectors.toMap(Profile::id, Profile::addresses, (one, same) -> one)), at);
		Map<ProfileId, PersonFacts> facts = this.facts.load(() -> people, said, defaults, at);
		Map<ProfileId, ContactStatus> statuses = new HashMap<>();
		for (Profile person : people) {
			Map<Channel, String> addresses = person.addresses();
			List<Sharer> sharers = sharing.get(person.id())
				.stream()
				.map((other) -> sharer(addresses, other, said.get(other.id())))
				.toList();
			statuses.put(person.id(), new ContactStatus(said.get(person.id()), addresses,
					suppressed.getOrDefault(person.id(), List.of()), sharers, defaults, facts.get(person.id())));
		}
		return statuses;
	}

	/**
	 * What suppresses the addresses of people who need not be in the store.
	 * @param at null for now
	 */
	public <T> Map<T, List<Suppression>> suppressions(Map<T, Map<Channel, String>> people, @Nullable Instant at) {
		return (at != null) ? this.suppressions.ofEach(people, at) : this.suppressions.ofEach(people);
	}

	/**
	 * What holds when a person has said nothing.
	 * @param at null for now
	 */
	public ConsentDefaults defaults(@Nullable Instant at) {
		return (at != null) ? this.settings.defaults(at) : this.settings.defaults();
	}

	public Verdict verdict(ContactStatus status, Question question) {
		return this.verdicts.judge(status, question);
	}

	/**
	 * When between two instants rules of other rooms came to hold or ceased to, so that
	 * verdicts may differ though nothing was said.
	 */
	public Stream<Instant> rulesChanged(Instant from, Instant until) {
		return this.verdicts.changed(from, until);
	}

	/**
	 * The verdict for each channel in use.
	 * @param action what the sender wants to do; each channel's targeting unless it is
	 * {@link Question#TRANSACTIONAL}
	 */
	public List<Verdict> verdicts(ContactStatus status, String action) {
		Instant now = this.clock.instant();
		return this.settings.channelsInUse()
			.stream()
			.map((channel) -> action.equals(Question.TRANSACTIONAL) ? new Question(channel, action, now)
					: Question.targeting(channel, now))
			.map((question) -> this.verdicts.judge(status, question))
			.toList();
	}

	public Verdict verdict(ContactStatus status, Channel channel) {
		return verdict(status, channel, this.clock.instant());
	}

	public Verdict verdict(ContactStatus status, Channel channel, Instant at) {
		return this.verdicts.judge(status, Question.targeting(channel, at));
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

	/** Who else has one of their addresses; an index answers each part. */
	public Map<ProfileId, List<Profile>> sharing(Collection<Profile> people) {
		Map<ProfileId, Profile> everybody = new HashMap<>();
		Map<ProfileId, List<Profile>> sharing = new HashMap<>();
		Map<Channel, Map<String, List<Profile>>> byAddress = new EnumMap<>(Channel.class);
		for (Profile person : people) {
			everybody.put(person.id(), person);
			sharing.put(person.id(), new ArrayList<>());
			person.addresses()
				.forEach((channel, address) -> byAddress.computeIfAbsent(channel, (key) -> new HashMap<>())
					.computeIfAbsent(address, (key) -> new ArrayList<>(1))
					.add(person));
		}
		List<ProfileId> others = sharers(byAddress).stream().filter((id) -> !everybody.containsKey(id)).toList();
		this.profiles.find(others).forEach((other) -> everybody.put(other.id(), other));
		everybody.values().forEach((other) -> join(other, byAddress, sharing));
		return sharing;
	}

	private static void join(Profile other, Map<Channel, Map<String, List<Profile>>> byAddress,
			Map<ProfileId, List<Profile>> sharing) {
		other.addresses()
			.entrySet()
			.stream()
			.flatMap((address) -> byAddress.getOrDefault(address.getKey(), Map.of())
				.getOrDefault(address.getValue(), List.of())
				.stream())
			.filter((person) -> !person.id().equals(other.id()))
			.distinct()
			.forEach((person) -> sharing.get(person.id()).add(other));
	}

	private List<ProfileId> sharers(Map<Channel, Map<String, List<Profile>>> byAddress) {
		return this.jdbc.sql("""
				select id from profile where email_key = any(:email)
				union select id from profile where mobile = any(:mobile)
				union select id from profile where call_key = any(:call)
				union select id from profile where post_key = any(:post)
				union select id from profile where push_token = any(:push)
				union select id from profile where fax = any(:fax)""")
			.param("email", keys(byAddress, Channel.EMAIL))
			.param("mobile", keys(byAddress, Channel.SMS))
			.param("call", keys(byAddress, Channel.CALL))
			.param("post", keys(byAddress, Channel.POSTAL_MAIL))
			.param("push", keys(byAddress, Channel.PUSH))
			.param("fax", keys(byAddress, Channel.FAX))
			.query((row, number) -> new ProfileId(row.getObject(1, UUID.class)))
			.list();
	}

	private static String[] keys(Map<Channel, Map<String, List<Profile>>> byAddress, Channel channel) {
		return byAddress.getOrDefault(channel, Map.of()).keySet().toArray(String[]::new);
	}

}
