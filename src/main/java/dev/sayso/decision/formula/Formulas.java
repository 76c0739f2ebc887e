package dev.sayso.decision.formula;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileFields;

/**
 * Compiles ranking formulas over what there is to read just now; what cannot rank is
 * refused when it is typed, with its place. It names nothing of the language itself, so
 * that the product starts without loading that.
 */
@Component
public class Formulas {

	/** How many characters a formula may have. */
	static final int LONGEST = 2_000;

	private final Supplier<Map<String, ProfileFields.Field>> fields;

	@Autowired
	Formulas(ProfileFields fields) {
		this(fields::byName);
	}

	Formulas(Supplier<Map<String, ProfileFields.Field>> fields) {
		this.fields = fields;
	}

	/**
	 * Makes a formula ready to rank.
	 * @throws InvalidFormulaException with everything that is wrong with it
	 */
	public Formula compile(String source) {
		if (source.isBlank()) {
			throw new InvalidFormulaException(List.of(FormulaFault.of("empty")));
		}
		if (source.codePointCount(0, source.length()) > LONGEST) {
			throw new InvalidFormulaException(List.of(FormulaFault.of("long", LONGEST)));
		}
		return new FormulaCompiler(new FormulaNames(this.fields.get())).compile(source);
	}

	public List<FormulaFault> faults(String source) {
		try {
			compile(source);
			return List.of();
		}
		catch (InvalidFormulaException ex) {
			return ex.faults();
		}
	}

}
