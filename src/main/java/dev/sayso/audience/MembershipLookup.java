package dev.sayso.audience;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

@Component
class MembershipLookup {

	private static final int LIMIT = 10_000;

	private final BatchedProfileLookup references;

	private final ConditionCompiler conditions;

	private final MatchingProfiles matching;

	MembershipLookup(BatchedProfileLookup references, ConditionCompiler conditions, MatchingProfiles matching) {
		this.references = references;
		this.conditions = conditions;
		this.matching = matching;
	}

	@Schema(name = "MembershipQuestion")
	record Request(@NotNull(message = "is missing") List<@NotNull(message = "is not a text") String> profiles) {

		List<Fault> faults() {
			if (this.profiles != null && this.profiles.size() > LIMIT) {
				throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
						"At most " + LIMIT + " profiles are asked about at once.");
			}
			return List.of();
		}

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

	Result find(Audience audience, List<String> names) {
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
		return this.matching.ask(0, condition, "select p.id from profile p where p.id = any(:among) and (%s)",
				(query) -> query.param("among", among.toArray(UUID[]::new)).query(UUID.class).set());
	}

}
