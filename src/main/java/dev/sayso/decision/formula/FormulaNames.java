package dev.sayso.decision.formula;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.FactType;
import dev.sayso.person.ProfileFields;
import dev.sayso.shared.SpellingSuggestion;

record FormulaNames(Map<String, ProfileFields.Field> fields) {

	static final String NOW = "now";

	/**
	 * What a name can begin with; a variable of the formula's own can have none of them.
	 */
	static final Set<String> ROOTS = Set.of("offer", "profile", "context", NOW, "math");

	private static final Set<String> OFFER = Set.of("priority", "name", "key");

	@Nullable FormulaVariable read(List<String> path) {
		List<String> within = path.subList(1, path.size());
		return switch (path.get(0)) {
			case "offer" -> offer(within);
			case "profile" -> profile(String.join(".", within));
			case "context" -> within.isEmpty() ? null : new FormulaVariable.Context(List.copyOf(within));
			case NOW -> within.isEmpty() ? new FormulaVariable.Now() : null;
			default -> null;
		};
	}

	private static @Nullable FormulaVariable offer(List<String> path) {
		boolean attribute = path.size() == 2 && path.get(0).equals("attributes");
		boolean field = path.size() == 1 && OFFER.contains(path.get(0));
		return (attribute || field) ? new FormulaVariable.Offer("offer." + String.join(".", path)) : null;
	}

	private @Nullable FormulaVariable profile(String name) {
		ProfileFields.Field field = this.fields.get(name);
		return (field != null) ? new FormulaVariable.Profile(field) : null;
	}

	FormulaFault fault(List<String> path) {
		String name = String.join(".", path);
		if (ROOTS.contains(name) || name.equals("profile.attributes") || name.equals("offer.attributes")) {
			return FormulaFault.of("whole", name);
		}
		List<String> known = Stream
			.of(Stream.of(NOW), OFFER.stream().map("offer."::concat),
					this.fields.keySet().stream().map("profile."::concat))
			.flatMap(Function.identity())
			.toList();
		return SpellingSuggestion.to(name, known)
			.map((meant) -> FormulaFault.of("meant", name, meant))
			.orElseGet(() -> FormulaFault.of("unknown", name));
	}

	static CelType type(FormulaVariable variable) {
		if (variable instanceof FormulaVariable.Profile profile) {
			return type(profile.field().type());
		}
		if (variable instanceof FormulaVariable.Fixed fixed) {
			return (fixed.fixed() instanceof Instant) ? SimpleType.TIMESTAMP : SimpleType.DURATION;
		}
		if (variable instanceof FormulaVariable.Offer offer && !offer.name().startsWith(RankableOffer.ATTRIBUTES)) {
			return offer.name().equals(RankableOffer.PRIORITY) ? SimpleType.DOUBLE : SimpleType.STRING;
		}
		return (variable instanceof FormulaVariable.Known) ? SimpleType.BOOL
				: (variable instanceof FormulaVariable.Now) ? SimpleType.TIMESTAMP : SimpleType.DYN;
	}

	private static CelType type(FactType type) {
		return switch (type) {
			case TEXT, CODE -> SimpleType.STRING;
			case NUMBER -> SimpleType.DOUBLE;
			case BOOLEAN -> SimpleType.BOOL;
			case DATE, INSTANT -> SimpleType.TIMESTAMP;
		};
	}

}
