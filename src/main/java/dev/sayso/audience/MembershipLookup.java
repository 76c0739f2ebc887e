package dev.sayso.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.api.ProblemException;

/**
 * Tells for named profiles whether they are members of an audience now.
 */
@Component
class MembershipLookup {

	private static final int LIMIT = 10_000;

	private final BatchedProfileLookup references;

	private final ConditionCompiler conditions;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TimeFormat times;

	MembershipLookup(BatchedProfileLookup references, ConditionCompiler conditions, JdbcClient jdbc, Clock clock,
			TimeFormat times) {
		this.references = references;
		this.conditions = conditions;
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	/** The names to look up. */
	@Schema(name = "MembershipQuestion")
	record Request(List<String> profiles) {

	}

	/** The members, in the order of the request. */
	@Schema(name = "Membership")
	record Result(List<Member> members) {

	}

	/**
	 * The membership of a name.
	 *
	 * @param profile the name as requested
	 * @param id absent where the name matches no profile, or more than one
	 * @param error {@code unknown} or {@code ambiguous}, where there is no id
	 */
	@Schema(name = "Member")
	record Member(String profile, @Nullable UUID id, boolean member, @Nullable String error) {

	}

	Result find(Audience audience, ObjectNode body) {
		List<String> names = read(body);
		Map<String, List<ProfileId>> matches = this.references.find(names);
		Set<UUID> ids = matches.values().stream().flatMap(List::stream).map(ProfileId::id).collect(Collectors.toSet());
		Set<UUID> members = members(this.conditions.compile(audience.definition()), ids);
		return new Result(
				names.stream().map((name) -> member(name, matches.getOrDefault(name, List.of()), members)).toList());
	}

	private static Member member(String name, List<ProfileId> matches, Set<UUID> members) {
		if (matches.size() != 1) {
			return new Member(name, null, false, matches.isEmpty() ? "unknown" : "ambiguous");
		}
		UUID id = matches.get(0).id();
		return new Member(name, id, members.contains(id), null);
	}

	private Set<UUID> members(CompiledCondition condition, Set<UUID> among) {
		if (among.isEmpty()) {
			return Set.of();
		}
		CompiledCondition.Where where = condition.where(this.clock.instant(), this.times.zone());
		return new HashSet<>(
				this.jdbc.sql("select p.id from profile p where p.id = any(:among) and (" + where.sql() + ")")
					.param("among", among.toArray(UUID[]::new))
					.params(where.values())
					.query(UUID.class)
					.list());
	}

	private static List<String> read(ObjectNode body) {
		List<ProblemException.Fault> faults = new ArrayList<>();
		body.propertyNames()
			.stream()
			.filter((name) -> !name.equals("profiles"))
			.forEach((name) -> faults
				.add(new ProblemException.Fault("/" + name.replace("~", "~0").replace("/", "~1"), "is not known")));
		JsonNode profiles = body.path("profiles");
		List<String> names = new ArrayList<>();
		if (!profiles.isArray()) {
			faults.add(
					new ProblemException.Fault("/profiles", profiles.isMissingNode() ? "is missing" : "is not a list"));
		}
		else if (profiles.size() > LIMIT) {
			throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
					"At most " + LIMIT + " profiles are asked about at once.");
		}
		for (int at = 0; at < profiles.size() && profiles.isArray(); at++) {
			if (profiles.get(at).isString()) {
				names.add(profiles.get(at).asString());
			}
			else {
				faults.add(new ProblemException.Fault("/profiles/" + at, "is not a text"));
			}
		}
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
		return names;
	}

}
