package dev.sayso.decision.simulation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.decision.Decisions;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/decisions/{id}/made-up-people")
class TestProfilesController {

	private final Decisions decisions;

	private final TestProfiles testProfiles;

	private final AuditedChanges changes;

	private final Clock clock;

	private final DetailsForms details;

	private final ConsentSettings consents;

	TestProfilesController(Decisions decisions, TestProfiles testProfiles, AuditedChanges changes, Clock clock,
			DetailsForms details, ConsentSettings consents) {
		this.decisions = decisions;
		this.testProfiles = testProfiles;
		this.changes = changes;
		this.clock = clock;
		this.details = details;
		this.consents = consents;
	}

	@GetMapping("/new")
	ModelAndView draft(@PathVariable String id) {
		return page(id, null, this.details.imagined(Map.of()), Map.of(), HttpStatus.OK).addObject("form",
				TestProfileForm.BLANK);
	}

	@PostMapping
	ModelAndView create(@PathVariable String id, @ModelAttribute("form") @Valid TestProfileForm form,
			BindingResult errors, @RequestParam Map<String, String> typed, Actor actor, RedirectAttributes redirect) {
		DetailsForm details = this.details.imagined(typed);
		if (errors.hasErrors() || !details.isValid()) {
			return page(id, null, details, says(typed), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		TestProfile created = TestProfile.create(form.name(), new TestProfileContent(details.filled(), says(typed)),
				this.clock.instant(), actor.name());
		return done(id, this.changes.create(this.testProfiles, created, actor), "decision.test-profile.created",
				redirect);
	}

	@GetMapping("/{person}")
	ModelAndView show(@PathVariable String id, @PathVariable String person) {
		return page(id, this.testProfiles.get(person), HttpStatus.OK);
	}

	@PutMapping("/{person}")
	ModelAndView save(@PathVariable String id, @PathVariable String person,
			@ModelAttribute("form") @Valid TestProfileForm form, BindingResult errors,
			@RequestParam Map<String, String> typed, Actor actor, RedirectAttributes redirect) {
		UUID testProfile = uuid(person);
		DetailsForm details = this.details.imagined(typed);
		if (errors.hasErrors() || !details.isValid()) {
			return page(id, testProfile, details, says(typed), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			TestProfileContent content = new TestProfileContent(details.filled(), says(typed));
			TestProfile edited = this.changes.edit(this.testProfiles, testProfile, form.version(),
					(before) -> before.edit(form.name(), content, this.clock.instant(), actor.name()), actor);
			return done(id, edited, "decision.test-profile.saved", redirect);
		}
		catch (StaleEditException ex) {
			TestProfile theirs = this.testProfiles.get(testProfile);
			return page(id, theirs, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	@DeleteMapping("/{person}")
	ModelAndView delete(@PathVariable String id, @PathVariable String person, @RequestParam Map<String, String> typed,
			Actor actor, RedirectAttributes redirect) {
		this.testProfiles.findById(uuid(person))
			.ifPresent((testProfile) -> this.changes.delete(this.testProfiles, testProfile, actor));
		Flash.done(redirect, "decision.test-profile.deleted", typed.getOrDefault("name", ""));
		return new ModelAndView("redirect:/decisions/" + this.decisions.get(id).slug() + "/simulation?who=");
	}

	private ModelAndView done(String id, TestProfile saved, String message, RedirectAttributes redirect) {
		Flash.done(redirect, message, saved.name());
		return new ModelAndView("redirect:/decisions/" + this.decisions.get(id).slug() + "/simulation?who="
				+ SimulatedPerson.of(saved).key());
	}

	private ModelAndView page(String id, TestProfile saved, HttpStatus status) {
		return page(id, saved.id(), this.details.imagined(saved.content().texts()), saved.content().says(), status)
			.addObject("form", TestProfileForm.of(saved));
	}

	private ModelAndView page(String id, @Nullable UUID person, DetailsForm details, Map<String, String> says,
			HttpStatus status) {
		return new ModelAndView("decision/simulation/test-profiles", status)
			.addObject("decision", this.decisions.get(id))
			.addObject("tried", status == HttpStatus.UNPROCESSABLE_CONTENT)
			.addObject("person", person)
			.addObject("details", details)
			.addObject("says", says)
			.addObject("purposes", purposes());
	}

	/** The choices that were sent, by the keys of purposes. */
	private Map<String, String> says(Map<String, String> typed) {
		return purposes().stream()
			.map(Purpose::key)
			.filter((key) -> !Choices.read(typed.get("say." + key), "", "y", "n").isEmpty())
			.collect(Collectors.toMap((key) -> key, (key) -> typed.get("say." + key)));
	}

	private List<Purpose> purposes() {
		return Stream
			.concat(Stream.of(Purpose.PERSONALIZE_CONTENT, Purpose.MODELING, Purpose.MARKETING_ANY),
					this.consents.channelsInUse().stream().map(Purpose::marketing))
			.toList();
	}

	private static UUID uuid(String person) {
		return Ids.parse(person).orElseThrow(() -> new NotFoundException("made-up person " + person));
	}

}
