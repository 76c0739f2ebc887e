package dev.sayso.decision.formula;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Holds that what cannot rank is refused when it is typed, with its place and in words,
 * and that nothing anybody types takes long.
 */
class FormulasTests {

	private final Formulas formulas = FormulaSamples.formulas();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "offer.priority * 2 +|1:21|syntax|",
			"1 +* 2|1:4|syntax|", "(1|1:3|syntax|", "'a|1:1|syntax|", "if|1:1|syntax|", "offer..priority|1:7|syntax|",
			"1 + profile.firstNam|1:5|meant|profile.firstNam,profile.firstName",
			"profile.tier == 'a' ? 1 : 0|1:1|meant|profile.tier,profile.attributes.tier",
			"firstName == 'a' ? 1 : 0|1:1|meant|firstName,profile.firstName",
			"has(profile.attributes.teir) ? 1 : 0|1:5|meant|profile.attributes.teir,profile.attributes.tier",
			"offer.prioriti|1:1|meant|offer.prioriti,offer.priority", "noww|1:1|meant|noww,now",
			"offer.margin|1:1|unknown|offer.margin", "profile.shoeSize|1:1|unknown|profile.shoeSize",
			"profile['shoeSize']|1:1|unknown|profile.shoeSize", "wings + 1|1:1|unknown|wings",
			"profile.firstName.length|1:1|unknown|profile.firstName.length",
			"offer.attributes.a.b|1:1|unknown|offer.attributes.a.b",
			".profile.firstName|1:2|meant|.profile.firstName,profile.firstName", "99999999999999999999|1:1|number|",
			"has(now) ? 1 : 0|1:4|has|", "pow(2, 3)|1:4|function|pow", "math.cube(2)|1:10|function|cube",
			"math.size()|1:1|function|math", "profile.firstName.matches('a') ? 1 : 0|1:26|function|matches",
			"duration('30d') < duration('1h') ? 1 : 0|1:10|duration|30d",
			"now < timestamp('tomorrow') ? 1 : 0|1:17|timestamp|tomorrow",
			"'a' < timestamp('2026-01-01T00:00:00Z') ? 1 : 0|1:5|operands.2|<", "offer.priority ? 1 : 0|1:16|choice|",
			"true ? 1 : 'a'|1:6|branches|", "!1|1:1|operands.1|!", "[1][0.5]|1:4|operands.2|[]",
			"dev.sayso.Person{}|1:17|other|", "[1].exists(x, [2].exists(y, x == y)) ? 1 : 0|1:25|nested|",
			"[1].exists(profile, profile == 1) ? 1 : 0|1:11|taken|profile" })
	void whatCannotRankIsNamedWithItsPlace(String formula, String place, String code, String details) {
		assertThat(faults(formula)).first().satisfies((fault) -> {
			assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
			assertThat(fault.code()).isEqualTo(code);
			assertThat(fault.details()).map(String::valueOf)
				.startsWith((details != null) ? details.split(",") : new String[0]);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "profile.size()", "profile == profile ? 1 : 0", "size(profile)",
			"has(profile.attributes) ? 1 : 0", "profile[context.name] == 'a' ? 1 : 0", "'firstName' in profile ? 1 : 0",
			"dyn(profile).firstName", "[profile][0].firstName", "{'a': profile}.a.firstName",
			"profile.attributes[context.x]", "profile.exists(x, x == 'a') ? 1 : 0",
			"[1].exists(x, profile[x] == 1) ? 1 : 0", "context", "offer.attributes[context.x]", "offer" })
	void nothingIsReadButByItsName(String formula) {
		assertThat(faults(formula)).extracting(FormulaFault::code).first().isEqualTo("whole");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "offer.name|a text", "offer.priority > 1|yes or no", "now|a moment",
			"now - now|a stretch of time", "[1]|a list", "{'a': 1}|a set of named values", "null|nothing" })
	void aFormulaThatCanGiveNoNumberIsRefused(String formula, String gives) {
		assertThat(said(formula, Locale.ENGLISH))
			.containsExactly("A formula gives a number; this one gives " + gives + ".");
	}

	@Test
	void aFaultIsSaidInTheLanguageOfTheReader() {
		assertThat(said("1 +\n'a' * 2", Locale.ENGLISH)).containsExactly("“*” does not work on a text and a number.");
		assertThat(said("1 +\n'a' * 2", Locale.FRENCH))
			.containsExactly("«\u00a0*\u00a0» ne s’applique pas à un texte et un nombre.");
		assertThat(said("1 +\n'a' * 2", Locale.forLanguageTag("nl")))
			.containsExactly("‘*’ werkt niet op een tekst en een getal.");
		assertThat(faults("1 +\n'a' * 2")).extracting(FormulaFault::line).containsExactly(2);
		FormulaException failed = catchThrowableOfType(FormulaException.class, () -> FormulaSamples.score("context.x"));
		assertThat(messages().getMessage(failed.key(), failed.args(), Locale.FRENCH))
			.isEqualTo("La formule ne donne pas de nombre\u00a0: «\u00a0context.x\u00a0» n’est pas connu.");
	}

	@Test
	void everythingWrongIsSaidAtOnceButNotEndlessly() {
		assertThat(faults("wings + profile.fin + now.a")).extracting(FormulaFault::column).containsExactly(1, 9, 23);
		assertThat(faults("@#$%".repeat(400))).hasSizeBetween(1, 10);
	}

	@ParameterizedTest
	@CsvSource({ "(,1,)", "[,1,]", "-(,1,)", "true ? 1 : (,1,)", "math.greatest(1\\,,1,)", "{'a': ,1,}", "!(,true,)" })
	void nestingIsLimited(String before, String middle, String after) {
		String opening = before.replace("\\", "");
		for (int depth : List.of(100, 200, 1900 / (opening.length() + after.length()))) {
			String formula = opening.repeat(depth) + middle + after.repeat(depth);
			assertThat(quick(() -> faults(formula.substring(0, Math.min(2000, formula.length()))))).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1", ".a", "[0]", ".b()", "&&true", "||false", "- -1", "==1", " in [1]", "?1:1" })
	void longChainsAreRefusedOrQuick(String link) {
		String formula = "context" + link.repeat(1990 / link.length());
		quick(() -> assertThatThrownBy(() -> this.formulas.compile(formula))
			.isInstanceOf(InvalidFormulaException.class));
		quick(() -> assertThatThrownBy(() -> this.formulas.compile("-".repeat(1990) + "true"))
			.isInstanceOf(InvalidFormulaException.class));
	}

	@Test
	void aSumOfManyTermsIsNoHostileFormula() {
		assertThat(FormulaSamples.score("1" + " + 1".repeat(59))).isEqualTo(60);
	}

	@Test
	void nothingGrowsByItself() {
		List<String> growing = List.of("size(['a'].map(x, x + x)" + ".map(x, x + x)".repeat(50) + "[0])",
				"['a'].exists(x, [x + x].exists(x, [x + x].exists(x, true))) ? 1 : 0",
				"cel.bind(a, 'aa', a + a) == '' ? 1 : 0", "'a'.replace('a', 'aaaa') == '' ? 1 : 0",
				"'a'.format([1]) == '' ? 1 : 0", "'aaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+$') ? 1 : 0",
				"'a'.matches('((a{1000}){1000}){1000}') ? 1 : 0");
		growing.forEach((formula) -> assertThat(quick(() -> faults(formula))).isNotEmpty());
	}

	@Test
	void oneEvaluationLooksAtSoMuchAndNoMore() {
		Formula formula = this.formulas.compile("context.many.exists(x, x < 0) || context.many.all(x, x > 0) ? 1 : 0");
		Map<String, Object> context = Map.of("many", Collections.nCopies(1_000_000, 1));
		FormulaException failed = quick(() -> catchThrowableOfType(FormulaException.class,
				() -> formula.evaluate(null, context, FormulaSamples.NOW).score(FormulaSamples.offer())));
		assertThat(failed.code()).isEqualTo("large");
		assertThat(formula.evaluate(null, Map.of("many", Collections.nCopies(90, 1)), FormulaSamples.NOW)
			.score(FormulaSamples.offer())).isEqualTo(1);
	}

	@Test
	void aLoopWithinALongListEnds() {
		Formula formula = this.formulas
			.compile("context.many.all(x, x in context.many" + " && !(0 in context.many)".repeat(70) + ") ? 1 : 0");
		for (int size : List.of(150, 190, 20_000)) {
			Map<String, Object> context = Map.of("many", Collections.nCopies(size, 1));
			assertThat(quick(() -> catchThrowableOfType(FormulaException.class,
					() -> formula.evaluate(null, context, FormulaSamples.NOW).score(FormulaSamples.offer())))
				.code()).isEqualTo("large");
		}
		Formula steps = this.formulas.compile("context.many.all(x, x > 0) ? 1 : 0");
		Map<String, Object> context = Map.of("many", Collections.nCopies(201, 1));
		assertThat(catchThrowableOfType(FormulaException.class,
				() -> steps.evaluate(null, context, FormulaSamples.NOW).score(FormulaSamples.offer()))
			.code()).isEqualTo("other");
	}

	@Test
	void tooLongAndEmptyAreFaults() {
		assertThat(faults(" \n")).extracting(FormulaFault::code).containsExactly("empty");
		assertThat(faults("1" + " ".repeat(2000))).extracting(FormulaFault::code).containsExactly("long");
		assertThatNoException().isThrownBy(() -> this.formulas.compile("1" + " ".repeat(1999)));
	}

	@Test
	void theLanguageIsNotLoadedBeforeAFormulaIs() throws Exception {
		WatchingLoader loader = new WatchingLoader();
		Class<?> type = Class.forName(Formulas.class.getName(), true, loader);
		type.getDeclaredMethods();
		Constructor<?> constructor = type.getDeclaredConstructor(Supplier.class);
		Supplier<Map<String, Object>> nothing = Map::of;
		constructor.setAccessible(true);
		Object made = constructor.newInstance(nothing);
		assertThat(loader.language).isEmpty();
		Method compile = type.getDeclaredMethod("compile", String.class);
		compile.setAccessible(true);
		compile.invoke(made, "1 + 1");
		assertThat(loader.language).isNotEmpty();
	}

	private List<FormulaFault> faults(String formula) {
		return this.formulas.faults(formula);
	}

	private List<String> said(String formula, Locale reader) {
		ResourceBundleMessageSource messages = messages();
		return faults(formula).stream().map((fault) -> messages.getMessage(fault.key(), fault.args(), reader)).toList();
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/decision-formula");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

	private static <T> T quick(org.junit.jupiter.api.function.ThrowingSupplier<T> act) {
		return assertTimeoutPreemptively(Duration.ofSeconds(5), act);
	}

	private static void quick(org.junit.jupiter.api.function.Executable act) {
		assertTimeoutPreemptively(Duration.ofSeconds(5), act);
	}

	/** Loads the room anew, and tells what it asks for of the language. */
	private static final class WatchingLoader extends ClassLoader {

		private final Set<String> language = new TreeSet<>();

		WatchingLoader() {
			super(FormulasTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("dev.cel.")) {
				this.language.add(name);
			}
			if (!name.startsWith(Formulas.class.getPackageName()) || findLoadedClass(name) != null) {
				return super.loadClass(name, resolve);
			}
			try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = file.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
