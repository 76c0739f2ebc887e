package dev.sayso.consent.suppression;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Origin;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Shows one suppression with its history, and lifts it.
 */
@ConsolePage
@RequestMapping("/suppressions/{id}")
class SuppressionController {

	/** Of those who have one address so many are named. */
	private static final int MOST_NAMED = 20;

	private final SuppressionHistory history;

	private final RecordSuppression record;

	private final SuppressedProfiles suppressed;

	private final Profiles profiles;

	private final Says says;

	private final Clock clock;

	SuppressionController(SuppressionHistory history, RecordSuppression record, SuppressedProfiles suppressed,
			Profiles profiles, Says says, Clock clock) {
		this.history = history;
		this.record = record;
		this.suppressed = suppressed;
		this.profiles = profiles;
		this.says = says;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id) {
		return show(history(id), LiftForm.EMPTY, HttpStatus.OK);
	}

	@DeleteMapping
	ModelAndView lift(@PathVariable String id, @ModelAttribute("form") @Valid LiftForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		List<SuppressionHistory.Entry> history = history(id);
		Suppression standing = standing(history);
		if (standing == null) {
			Flash.warn(redirect, "suppression.gone");
		}
		else if (errors.hasErrors()) {
			return show(history, form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		else {
			this.record.lift(standing, Origin.OPERATOR, actor, form.grounds());
			Flash.done(redirect, "suppression.lifted");
		}
		return new ModelAndView("redirect:/suppressions/" + id);
	}

	private List<SuppressionHistory.Entry> history(String id) {
		List<SuppressionHistory.Entry> history = Ids.parse(id).map(this.history::entries).orElse(List.of());
		if (history.isEmpty()) {
			throw new NotFoundException("suppression " + id);
		}
		return history;
	}

	private static @Nullable Suppression standing(List<SuppressionHistory.Entry> history) {
		SuppressionHistory.Entry last = history.get(0);
		return (last.act() != SuppressionHistory.Act.LIFTED) ? last.stands() : null;
	}

	private ModelAndView show(List<SuppressionHistory.Entry> history, LiftForm form, HttpStatus status) {
		Suppression suppression = history.get(0).stands();
		List<ProfileId> people = this.suppressed.find(suppression);
		List<ProfileId> named = people.subList(0, Math.min(people.size(), MOST_NAMED));
		return new ModelAndView("consent/suppression/show", status).addObject("suppression", suppression)
			.addObject("stands", standing(history) != null)
			.addObject("inForce", suppression.isInForce(this.clock.instant()))
			.addObject("history", history)
			.addObject("people", this.profiles.findByIdIn(named))
			.addObject("noes", refusing(named, suppression.channel()))
			.addObject("others", Math.max(0, people.size() - MOST_NAMED))
			.addObject("form", form);
	}

	/** Those who said no themselves, which no lift of an address takes back. */
	private List<ProfileId> refusing(List<ProfileId> people, Channel channel) {
		return this.says.find(people)
			.entrySet()
			.stream()
			.filter((said) -> Stream.of(Purpose.MARKETING_ANY, Purpose.marketing(channel))
				.flatMap((purpose) -> said.getValue().get(purpose).stream())
				.anyMatch((consent) -> consent.choice() == Choice.NO && consent.isTheirs()))
			.map(Map.Entry::getKey)
			.toList();
	}

}
