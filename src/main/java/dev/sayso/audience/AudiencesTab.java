package dev.sayso.audience;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Compiled;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.ReadAloud;
import dev.sayso.profile.KnowPeople;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.ProfileTab;

/**
 * The tab that shows which audiences a person is in just now.
 */
@ConsolePage
class AudiencesTab {

	private final ProfileFrame frame;

	private final Audiences audiences;

	private final Conditions conditions;

	private final KnowPeople know;

	private final ReadAloud aloud;

	AudiencesTab(ProfileFrame frame, Audiences audiences, Conditions conditions, KnowPeople know, ReadAloud aloud) {
		this.frame = frame;
		this.audiences = audiences;
		this.conditions = conditions;
		this.know = know;
		this.aloud = aloud;
	}

	/** Its place among the tabs. */
	@Component
	static class Tab implements ProfileTab {

		@Override
		public String path() {
			return "audiences";
		}

		@Override
		public String title() {
			return "tab.audiences";
		}

		@Override
		public int order() {
			return 20;
		}

	}

	/**
	 * An audience and the person.
	 *
	 * @param fault whether the audience cannot be asked
	 */
	record Row(Audience audience, boolean member, boolean fault, String sentence) {

	}

	@GetMapping("/profiles/{id}/audiences")
	String show(@PathVariable String id, Model model) {
		ProfileId profile = ProfileId.parse(id).orElseThrow(() -> new NotFound(id));
		Profile person = this.frame.put(model, profile, "audiences");
		Conditions asked = this.conditions.now();
		ReadAloud reading = this.aloud.now();
		List<Row> rows = this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isArchived())
			.map((audience) -> row(audience, person, asked, reading))
			.sorted((one, other) -> Boolean.compare(other.member(), one.member()))
			.toList();
		model.addAttribute("rows", rows);
		return "audience/tab";
	}

	private Row row(Audience audience, Profile person, Conditions asked, ReadAloud reading) {
		Compiled compiled = compiled(audience, asked);
		if (compiled == null) {
			return new Row(audience, false, true, "");
		}
		boolean member = compiled
			.holds(Objects.requireNonNull(this.know.of(List.of(person), compiled.parts()).get(person.id())));
		String sentence = audience.isList() ? "" : reading.plain(audience.meant(), LocaleContextHolder.getLocale());
		return new Row(audience, member, false, sentence);
	}

	private static @Nullable Compiled compiled(Audience audience, Conditions asked) {
		try {
			return asked.compile(audience.meant());
		}
		catch (BadCondition ex) {
			return null;
		}
	}

}
