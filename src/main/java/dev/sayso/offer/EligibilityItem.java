package dev.sayso.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Whom something is for, as the configuration file has it: people in any of some
 * audiences, those whom a condition matches, or everybody.
 *
 * @param audiences their keys
 * @param condition null where audiences say it, or everybody is meant
 */
public record EligibilityItem(List<String> audiences, @Nullable Object condition) {

	private static final String PREFIX = "audiences.";

	public EligibilityItem(@Nullable List<String> audiences, @Nullable Object condition) {
		this.audiences = (audiences != null) ? List.copyOf(audiences) : List.of();
		this.condition = condition;
	}

	/**
	 * What is kept as it is written: one that cannot be read stays a text, which nobody
	 * takes for everybody.
	 * @param kept a condition's JSON; empty for everybody
	 */
	public static EligibilityItem of(String kept) {
		if (kept.isEmpty()) {
			return new EligibilityItem(null, null);
		}
		try {
			Condition condition = ConditionJson.parse(kept);
			if (condition.isEverybody()) {
				return new EligibilityItem(null, null);
			}
			return condition.match((group) -> named(group), (comparison) -> whole(condition));
		}
		catch (InvalidConditionException ex) {
			return new EligibilityItem(null, kept);
		}
	}

	private static EligibilityItem named(Condition.Group group) {
		boolean any = group.of() == Condition.Quantifier.ANY
				|| (group.of() == Condition.Quantifier.ALL && group.conditions().size() == 1);
		List<String> audiences = new ArrayList<>();
		for (Condition member : group.conditions()) {
			if (!any || !(member instanceof Comparison named) || !named.fact().startsWith(PREFIX)
					|| !named.equals(in(named.fact().substring(PREFIX.length())))) {
				return whole(group);
			}
			audiences.add(named.fact().substring(PREFIX.length()));
		}
		return audiences.isEmpty() ? whole(group) : new EligibilityItem(audiences, null);
	}

	private static EligibilityItem whole(Condition condition) {
		return new EligibilityItem(null, ConditionJson.tree(condition));
	}

	private static Comparison in(String audience) {
		return new Comparison(PREFIX + audience, Operator.IS, true);
	}

	/** What is wrong with how it is written. */
	public List<Fault> faults(String pointer) {
		if (this.condition != null && !this.audiences.isEmpty()) {
			return List.of(new Fault(pointer + "/condition", "cannot stand beside audiences"));
		}
		try {
			parse();
			return List.of();
		}
		catch (InvalidConditionException ex) {
			return List.of(new Fault(pointer + "/condition", "is not a condition"));
		}
	}

	/**
	 * What is wrong with it, as the reader is told.
	 * @param faults of the condition that is meant
	 */
	public List<Fault> told(String pointer, List<ConditionFault> faults, ConditionMessages messages) {
		Locale reader = LocaleContextHolder.getLocale();
		return faults.stream()
			.map((fault) -> new Fault(pointer + place(fault.pointer()), messages.fault(fault, reader)))
			.toList();
	}

	/** A member of the group stands for the audience at its place. */
	private String place(String within) {
		return this.audiences.isEmpty() ? "/condition" + within
				: within.replaceFirst("^/any(/\\d+).*$", "/audiences$1").replaceFirst("^$", "/audiences");
	}

	/**
	 * The condition that is meant.
	 * @throws InvalidConditionException when it has not the shape of one
	 */
	public Condition parse() {
		if (this.condition != null) {
			return ConditionJson.read(JsonMapper.shared().valueToTree(this.condition));
		}
		return this.audiences.isEmpty() ? Condition.EVERYBODY : new Condition.Group(Condition.Quantifier.ANY,
				this.audiences.stream().map((audience) -> (Condition) in(audience)).toList());
	}

	/** The condition as it is kept. */
	public String kept() {
		Condition meant = parse();
		return meant.isEverybody() ? "" : ConditionJson.write(meant);
	}

	/** The same whatever was typed: what is equal means the same. */
	public EligibilityItem normal() {
		return Objects.requireNonNull(of(kept()));
	}

}
