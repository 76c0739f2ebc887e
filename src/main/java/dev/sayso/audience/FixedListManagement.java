package dev.sayso.audience;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Creates fixed lists, of the profiles a condition matches now or a file names, and
 * copies audiences.
 */
@Component
class FixedListManagement {

	/** A key that leaves room for a number behind it. */
	private static final int LONGEST = 56;

	private final Audiences audiences;

	private final AudienceManagement management;

	private final FixedListMembers members;

	private final ConditionCompiler conditions;

	private final BatchedProfileLookup references;

	private final Clock clock;

	private final TimeFormat times;

	FixedListManagement(Audiences audiences, AudienceManagement management, FixedListMembers members,
			ConditionCompiler conditions, BatchedProfileLookup references, Clock clock, TimeFormat times) {
		this.audiences = audiences;
		this.management = management;
		this.members = members;
		this.conditions = conditions;
		this.references = references;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * The result of a file.
	 *
	 * @param named how many names it had
	 * @param changed how many profiles were added or removed
	 * @param unknown some names that match no profile, or more than one
	 * @param unknowns how many such names there were
	 */
	record Result(int named, int changed, List<String> unknown, int unknowns) {

	}

	@Transactional
	Audience create(Condition condition, String slug, String name, String description, Actor by) {
		Audience list = this.management.create(slug, name, description, null, by);
		CompiledCondition compiled = this.conditions.compile(condition);
		this.management.change(list, () -> this.members.add(list.id(), compiled), by);
		return list;
	}

	@Transactional
	Audience freeze(Audience audience, Actor by) {
		String day = this.clock.instant().atZone(this.times.zone()).toLocalDate().toString();
		String dated = shortened(audience.slug(), "-" + day, LONGEST);
		String slug = free(Stream.concat(Stream.of(dated), numbered(dated)));
		return create(audience.membership(), slug, shortened(audience.name(), " " + day, 200), "", by);
	}

	@Transactional
	Audience duplicate(Audience audience, Actor by) {
		String slug = free(numbered(shortened(audience.slug().replaceAll("-\\d{1,3}$", ""), "", LONGEST)));
		String name = shortened(audience.name(), " (" + slug.replaceFirst(".*-", "") + ")", 200);
		if (audience.isList()) {
			return create(audience.membership(), slug, name, audience.description(), by);
		}
		return this.management.create(slug, name, audience.description(), audience.definition(), by);
	}

	@Transactional
	Result create(List<String> names, String slug, String name, Actor by) {
		return change(this.management.create(slug, name, "", null, by), names, true, by);
	}

	@Transactional
	Result change(Audience list, List<String> names, boolean in, Actor by) {
		var profiles = this.references.ofPlain(names);
		List<ProfileId> people = profiles.values()
			.stream()
			.filter((matches) -> matches.size() == 1)
			.flatMap(List::stream)
			.toList();
		List<String> unknown = names.stream()
			.filter((name) -> profiles.getOrDefault(name, List.of()).size() != 1)
			.toList();
		int changed = this.management.change(list,
				() -> in ? this.members.add(list.id(), people) : this.members.remove(list.id(), people), by);
		return new Result(names.size(), changed, unknown.stream().limit(5).toList(), unknown.size());
	}

	private String free(Stream<String> slugs) {
		return slugs.filter((slug) -> this.audiences.findBySlug(slug).isEmpty()).findFirst().orElseThrow();
	}

	private static Stream<String> numbered(String slug) {
		return IntStream.range(2, 1000).mapToObj((number) -> slug + "-" + number);
	}

	private static String shortened(String text, String end, int longest) {
		return text.substring(0, Math.min(text.length(), longest - end.length())) + end;
	}

}
