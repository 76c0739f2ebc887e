package dev.sayso.decision.simulation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.decision.Decisions;
import dev.sayso.person.DetailsForms;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/decisions/{id}/made-up-people")
class TestProfilesController {

	private final Decisions decisions;

	private final TestProfiles testProfiles;

	private final TestProfileManagement management;

	private final DetailsForms details;

	private final ConsentSettings consents;

	TestProfilesController(Decisions decisions, TestProfiles testProfiles, TestProfileManagement management,
			DetailsForms details, ConsentSettings consents) {
		this.decisions = decisions;
		this.testProfiles = testProfiles;
		this.management = management;
		this.details = details;
		this.consents = consents;
	}

	@GetMapping("/new")
	ModelAndView draft(@PathVariable String id) {
		return page(id, TestProfileForm.blank(this.details.imagined(Map.of()), purposes()), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		TestProfileForm form = read(null, typed);
		if (!form.isValid()) {
			return page(id, form, HttpStatus.UNPROCESSABLE_CONTENT).addObject("tried", true);
		}
		return done(id, this.management.create(form.name(), form.content(), actor), "decision.test-profile.created",
				redirect);
	}

	@GetMapping("/{person}")
	ModelAndView show(@PathVariable String id, @PathVariable String person) {
		return page(id, form(uuid(person)), HttpStatus.OK);
	}

	@PutMapping("/{person}")
	ModelAndView save(@PathVariable String id, @PathVariable String person, @RequestParam Map<String, String> typed,
			Actor actor, RedirectAttributes redirect) {
		TestProfileForm form = read(uuid(person), typed);
		if (!form.isValid()) {
			return page(id, form, HttpStatus.UNPROCESSABLE_CONTENT).addObject("tried", true);
		}
		try {
			return done(id, this.management.edit(uuid(person), form.version(), form.name(), form.content(), actor),
					"decision.test-profile.saved", redirect);
		}
		catch (StaleEditException ex) {
			return page(id, form(uuid(person)), HttpStatus.CONFLICT).addObject("stale",
					this.testProfiles.get(uuid(person)));
		}
	}

	@DeleteMapping("/{person}")
	ModelAndView delete(@PathVariable String id, @PathVariable String person, @RequestParam Map<String, String> typed,
			Actor actor, RedirectAttributes redirect) {
		this.management.delete(uuid(person), actor);
		Flash.done(redirect, "decision.test-profile.deleted", typed.getOrDefault("name", ""));
		return new ModelAndView("redirect:/decisions/" + this.decisions.get(id).slug() + "/simulation?who=");
	}

	private ModelAndView done(String id, TestProfile saved, String message, RedirectAttributes redirect) {
		Flash.done(redirect, message, saved.name());
		return new ModelAndView("redirect:/decisions/" + this.decisions.get(id).slug() + "/simulation?who="
				+ SimulatedPerson.of(saved).key());
	}

	private ModelAndView page(String id, TestProfileForm form, HttpStatusCode status) {
		return new ModelAndView("decision/simulation/test-profiles", status)
			.addObject("decision", this.decisions.get(id))
			.addObject("form", form);
	}

	private TestProfileForm form(UUID testProfile) {
		TestProfile saved = this.testProfiles.get(testProfile);
		return TestProfileForm.of(saved, this.details.imagined(saved.content().texts()), purposes());
	}

	private TestProfileForm read(@Nullable UUID testProfile, Map<String, String> typed) {
		return TestProfileForm.read(testProfile, typed, this.details.imagined(typed), purposes());
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
