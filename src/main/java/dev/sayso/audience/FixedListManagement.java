package dev.sayso.audience;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.BatchedProfileReferences;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Makes fixed lists, of those whom a condition means now or whom a file names, and copies
 * of audiences.
 */
@Component
class FixedListManagement {

	/** A key that leaves room for a number behind it. */
	private static final int LONGEST = 56;

	private final Audiences audiences;

	private final AudienceManagement keep;

	private final FixedListMembers members;

	private final ConditionCompiler conditions;

	private final BatchedProfileReferences references;

	private final Clock clock;

	private final TimeFormat times;

	FixedListManagement(Audiences audiences, AudienceManagement keep, FixedListMembers members,
			ConditionCompiler conditions, BatchedProfileReferences references, Clock clock, TimeFormat times) {
		this.audiences = audiences;
		this.keep = keep;
		this.members = members;
		this.conditions = conditions;
		this.references = references;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What a file came to.
	 *
	 * @param named how many names it had
	 * @param changed how many people came in or went out
	 * @param unknown some names that mean nobody, or more than one person
	 * @param unknowns how many such names there were
	 */
	record Outcome(int named, int changed, List<String> unknown, int unknowns) {

	}

	/**
	 * A list of those whom a condition means now.
	 */
	@Transactional
	Audience of(Condition condition, String slug, String name, Actor by) {
		return of(condition, slug, name, "", by);
	}

	private Audience of(Condition condition, String slug, String name, String description, Actor by) {
		Audience list = this.keep.create(slug, name, description, null, by);
		var where = this.conditions.compile(condition).where(this.clock.instant(), this.times.zone());
		this.keep.change(list, () -> this.members.add(list.id(), where), by);
		return list;
	}

	/**
	 * A list of those who are in an audience now.
	 */
	@Transactional
	Audience freeze(Audience audience, Actor by) {
		String day = this.clock.instant().atZone(this.times.zone()).toLocalDate().toString();
		String dated = shortened(audience.slug(), "-" + day, LONGEST);
		String slug = free(Stream.concat(Stream.of(dated), numbered(dated)));
		return of(audience.member(), slug, shortened(audience.name(), " " + day, 200), by);
	}

	/**
	 * The same under another key.
	 */
	@Transactional
	Audience duplicate(Audience audience, Actor by) {
		String slug = free(numbered(shortened(audience.slug().replaceAll("-\\d{1,3}$", ""), "", LONGEST)));
		String name = shortened(audience.name(), " (" + slug.replaceFirst(".*-", "") + ")", 200);
		if (audience.isList()) {
			return of(audience.member(), slug, name, audience.description(), by);
		}
		return this.keep.create(slug, name, audience.description(), audience.meant(), by);
	}

	/**
	 * A list of those whom a file names.
	 */
	@Transactional
	Outcome of(List<String> names, String slug, String name, Actor by) {
		return change(this.keep.create(slug, name, "", null, by), names, true, by);
	}

	/**
	 * Takes those whom a file names into a list, or out of it.
	 */
	@Transactional
	Outcome change(Audience list, List<String> names, boolean in, Actor by) {
		var found = this.references.ofPlain(names);
		List<ProfileId> people = found.values()
			.stream()
			.filter((some) -> some.size() == 1)
			.flatMap(List::stream)
			.toList();
		List<String> unknown = names.stream()
			.filter((name) -> found.getOrDefault(name, List.of()).size() != 1)
			.toList();
		int changed = this.keep.change(list,
				() -> in ? this.members.add(list.id(), people) : this.members.remove(list.id(), people), by);
		return new Outcome(names.size(), changed, unknown.stream().limit(5).toList(), unknown.size());
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
