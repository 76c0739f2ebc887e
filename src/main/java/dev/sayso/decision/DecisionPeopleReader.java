package dev.sayso.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.offer.Cap;
import dev.sayso.person.Profile;
import dev.sayso.shared.BlockingPipe;
import dev.sayso.shared.ProfileId;

/**
 * Reads what decisions need of very many people, a block of them ahead of who decides, so
 * that the store works meanwhile and no more than a few blocks are held at any time.
 */
@Component
public class DecisionPeopleReader {

	private final PeopleLoader people;

	private final JdbcClient jdbc;

	private final ActionPolicies policies;

	private final Clock clock;

	private final SimpleAsyncTaskExecutor readers = new SimpleAsyncTaskExecutor("people-");

	DecisionPeopleReader(PeopleLoader people, JdbcClient jdbc, ActionPolicies policies, Clock clock) {
		this.policies = policies;
		this.clock = clock;
		this.readers.setDaemon(true);
		this.people = people;
		this.jdbc = jdbc;
	}

	public record Query(Set<Class<?>> parts, List<LiveOffer> capped, LocalDate today) {

		public static Query of(List<LiveScope> scopes, boolean verdicts, LocalDate today) {
			Set<Class<?>> parts = new HashSet<>();
			scopes.forEach((scope) -> parts.addAll(verdicts ? DecisionPersonReader.Query.reads(scope) : scope.reads()));
			return new Query(parts, scopes.stream().flatMap((scope) -> scope.capped().stream()).distinct().toList(),
					today);
		}

	}

	public static ProfileId id(PersonFacts person) {
		return person.part(Profile.class).id();
	}

	/** Some people, in the order of their ids, and what is taken of their caps. */
	public record Block(List<PersonFacts> people, Function<ProfileId, CapUsage> capUsage) {
	}

	/**
	 * Hands over all who come from a source, block by block, on the thread of the caller.
	 * @param source hands over profiles for as long as there are any
	 */
	public void each(Consumer<Consumer<List<Profile>>> source, Query query, Consumer<Block> use) {
		BlockingPipe<Block> handover = new BlockingPipe<>();
		this.readers
			.execute(() -> handover.fill((give) -> source.accept((profiles) -> give.accept(block(profiles, query)))));
		try {
			for (Block block = handover.next(); block != null; block = handover.next()) {
				use.accept(block);
			}
		}
		finally {
			handover.stop();
		}
	}

	private Block block(List<Profile> profiles, Query query) {
		Set<Class<?>> parts = new HashSet<>(query.parts());
		parts.addAll(this.policies.parts(this.clock.instant()));
		Map<ProfileId, PersonFacts> facts = this.people.load(profiles, parts);
		List<ProfileId> ids = profiles.stream().map(Profile::id).toList();
		return new Block(ids.stream().map((id) -> Objects.requireNonNull(facts.get(id))).toList(),
				capUsage(query.capped(), ids, query.today()));
	}

	private Function<ProfileId, CapUsage> capUsage(List<LiveOffer> capped, List<ProfileId> people, LocalDate today) {
		if (capped.isEmpty()) {
			return (person) -> CapUsage.NONE;
		}
		Map<UUID, Map<CapCounts.Counter, Integer>> taken = taken(capped, people, today);
		Map<CapCounts.Counter, Integer> byAll = taken.getOrDefault(CapCounts.ALL, Map.of());
		CapCounts usual = new CapCounts(today, byAll);
		return (person) -> {
			Map<CapCounts.Counter, Integer> own = taken.get(person.id());
			if (own == null) {
				return usual;
			}
			Map<CapCounts.Counter, Integer> both = new HashMap<>(byAll);
			both.putAll(own);
			return new CapCounts(today, both);
		};
	}

	private Map<UUID, Map<CapCounts.Counter, Integer>> taken(List<LiveOffer> capped, List<ProfileId> people,
			LocalDate today) {
		Map<UUID, Map<CapCounts.Counter, Integer>> taken = new HashMap<>();
		this.jdbc.sql("""
				select profile_id, offer_id, cap, since, taken from cap_count
				where offer_id = any(:offers) and since in (:since)
					and (profile_id = :all or profile_id = any(:people))""")
			.param("offers", capped.stream().map(LiveOffer::id).toArray(UUID[]::new))
			.param("since", Arrays.stream(Cap.Period.values()).map((period) -> period.since(today)).distinct().toList())
			.param("all", CapCounts.ALL)
			.param("people", people.stream().map(ProfileId::id).toArray(UUID[]::new))
			.query((row) -> {
				CapCounts.Counter counter = new CapCounts.Counter(row.getObject("offer_id", UUID.class),
						row.getString("cap"), row.getObject("since", LocalDate.class));
				taken.computeIfAbsent(row.getObject("profile_id", UUID.class), (key) -> new HashMap<>())
					.put(counter, row.getInt("taken"));
			});
		return taken;
	}

}
