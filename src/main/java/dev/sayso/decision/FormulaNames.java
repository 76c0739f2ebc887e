package dev.sayso.decision;

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
import dev.sayso.offer.Nearest;
import dev.sayso.profile.ProfileFields;

/**
 * The names that a formula may use.
 */
record FormulaNames(Map<String, ProfileFields.Field> fields) {

	static final String NOW = "now";

	/**
	 * What a name can begin with; a variable of the formula's own can have none of them.
	 */
	static final Set<String> ROOTS = Set.of("offer", "profile", "context", NOW, "math");

	private static final Set<String> OFFER = Set.of("priority", "name", "key");

	/**
	 * What a name reads; null where there is nothing of that name.
	 * @param path the name at its dots
	 */
	@Nullable FormulaRead read(List<String> path) {
		List<String> within = path.subList(1, path.size());
		return switch (path.get(0)) {
			case "offer" -> offer(within);
			case "profile" -> profile(String.join(".", within));
			case "context" -> within.isEmpty() ? null : new FormulaRead.Context(List.copyOf(within));
			case NOW -> within.isEmpty() ? new FormulaRead.Now() : null;
			default -> null;
		};
	}

	private static @Nullable FormulaRead offer(List<String> path) {
		boolean attribute = path.size() == 2 && path.get(0).equals("attributes");
		boolean field = path.size() == 1 && OFFER.contains(path.get(0));
		return (attribute || field) ? new FormulaRead.Offer("offer." + String.join(".", path)) : null;
	}

	private @Nullable FormulaRead profile(String name) {
		ProfileFields.Field field = this.fields.get(name);
		return (field != null) ? new FormulaRead.Profile(field) : null;
	}

	/**
	 * What is wrong with a name that reads nothing.
	 */
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
		return Nearest.to(name, known)
			.map((meant) -> FormulaFault.of("meant", name, meant))
			.orElseGet(() -> FormulaFault.of("unknown", name));
	}

	/**
	 * The type that a read has in the formula.
	 */
	static CelType type(FormulaRead read) {
		if (read instanceof FormulaRead.Profile profile) {
			return type(profile.field().type());
		}
		if (read instanceof FormulaRead.Fixed fixed) {
			return (fixed.fixed() instanceof Instant) ? SimpleType.TIMESTAMP : SimpleType.DURATION;
		}
		if (read instanceof FormulaRead.Offer offer && !offer.name().startsWith(Rankable.ATTRIBUTES)) {
			return offer.name().equals(Rankable.PRIORITY) ? SimpleType.DOUBLE : SimpleType.STRING;
		}
		return (read instanceof FormulaRead.Known) ? SimpleType.BOOL
				: (read instanceof FormulaRead.Now) ? SimpleType.TIMESTAMP : SimpleType.DYN;
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
