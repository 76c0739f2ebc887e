package dev.sayso.audience;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactColumn;
import dev.sayso.condition.FactSource;
import dev.sayso.condition.FactSql;
import dev.sayso.condition.FactType;

/**
 * Membership of an audience, as a fact for other conditions.
 */
@Component
@Order(30)
public class AudienceFacts implements FactSource {

	/** The prefix of a fact's name, before the key of the audience. */
	public static final String PREFIX = "audiences.";

	private static final String PHRASE = "audiences";

	private final Audiences audiences;

	AudienceFacts(Audiences audiences) {
		this.audiences = audiences;
	}

	@Override
	public String title() {
		return "fact.group.audiences";
	}

	@Override
	public Stream<Fact> offered() {
		return this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isArchived())
			.map(AudienceFacts::fact);
	}

	@Override
	public Stream<Fact> facts() {
		return this.audiences.findAllByOrderByName().stream().map(AudienceFacts::fact);
	}

	/** The keys of the audiences that a condition names. */
	public static Set<String> in(Condition condition) {
		return condition.comparisons()
			.map(Condition.Comparison::fact)
			.filter((fact) -> fact.startsWith(PREFIX))
			.map((fact) -> fact.substring(PREFIX.length()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Fact fact(Audience audience) {
		String name = PREFIX + audience.slug();
		DefaultMessageSourceResolvable label = new DefaultMessageSourceResolvable(new String[0], audience.name());
		if (!audience.isList()) {
			return Fact.derived(name, label, PHRASE, audience::definition);
		}
		FactSql sql = (test, values) -> test
			.on(FactColumn.of("(exists (select 1 from audience_member m where m.profile_id = p.id and m.audience_id = "
					+ values.bind(audience.id()) + "))"));
		return Fact.total(name, FactType.BOOLEAN, label, PHRASE, FixedListMembers.InLists.class,
				(person) -> person.part(FixedListMembers.InLists.class).lists().contains(audience.id()), sql);
	}

}
