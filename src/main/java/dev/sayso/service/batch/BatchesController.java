package dev.sayso.service.batch;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.Evidence;
import dev.sayso.exchange.ProfileNamesFile;
import dev.sayso.profile.list.NamedPeople;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.batch.SubscriptionBatch.Act;
import dev.sayso.service.batch.SubscriptionBatch.Whom;
import dev.sayso.shared.Actor;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Subscribes or unsubscribes many: asks whom and with what proof, says what would become
 * of how many, does it, and takes it back.
 */
@ConsolePage
@RequestMapping("/services/many")
class BatchesController {

	private final Services services;

	private final SubscriptionBatches batches;

	private final BatchManagement management;

	private final List<NamedPeople> groups;

	private final ProfileSearch search;

	private final TimeFormat times;

	private final Clock clock;

	BatchesController(Services services, SubscriptionBatches batches, BatchManagement management,
			List<NamedPeople> groups, ProfileSearch search, TimeFormat times, Clock clock) {
		this.services = services;
		this.batches = batches;
		this.management = management;
		this.groups = groups;
		this.search = search;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView draft(@ModelAttribute("form") BatchForm form) {
		return page(form, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid BatchForm form, BindingResult errors, Actor actor)
			throws IOException {
		Service service = this.services.findBySlug(form.service()).filter((known) -> !known.isArchived()).orElse(null);
		if (service == null && !errors.hasFieldErrors("service")) {
			errors.rejectValue("service", "subscription.fault.service");
		}
		if (service != null && form.asked() == Act.IN
				&& !service.takes(LocalDate.ofInstant(this.clock.instant(), this.times.zone()))) {
			errors.rejectValue("service", "subscription.fault.closed");
		}
		if (service != null && !form.frequency().isEmpty() && service.frequency(form.frequency()).isEmpty()) {
			errors.rejectValue("frequency", "subscription.fault.frequency", new Object[] { service.name() }, null);
		}
		List<String> names = names(form, errors);
		if (service == null || errors.hasErrors()) {
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		SubscriptionBatch batch = begin(form, service, names, actor);
		return new ModelAndView("redirect:/services/many/" + batch.id());
	}

	private SubscriptionBatch begin(BatchForm form, Service service, List<String> names, Actor actor) {
		if (!names.isEmpty()) {
			String file = Optional.ofNullable(form.file()).map((each) -> each.getOriginalFilename()).orElse("");
			return this.management.count(draft(form, service, Whom.FILE, file, null, actor), names);
		}
		if (form.isChosen() && !form.all()) {
			return this.management.count(draft(form, service, Whom.TICKED, "", null, actor), form.ticked(), 0);
		}
		NamedPeople.Group group = form.isChosen() ? null : group(form).orElseThrow();
		ProfileQuery query = (group != null) ? group.query() : form.parsed();
		return this.management.gather(draft(form, service, (group != null) ? Whom.AUDIENCE : Whom.FILTER,
				(group != null) ? group.name() : "", query.toString(), actor));
	}

	private SubscriptionBatch draft(BatchForm form, Service service, Whom whom, String name, @Nullable String query,
			Actor actor) {
		return SubscriptionBatch.create(service.slug(), form.asked(), whom, TextNormalizer.shorten(name, 300), query,
				form.terms(), this.clock.instant(), actor.name());
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id) {
		SubscriptionBatch batch = this.batches.get(id);
		boolean interrupted = this.management.isInterrupted(batch);
		Service service = this.services.get(batch.service());
		return new ModelAndView("service/batch/show").addObject("batch", batch)
			.addObject("service", service)
			.addObject("often",
					service.frequency(batch.terms().frequency())
						.map((frequency) -> frequency.in(LocaleContextHolder.getLocale().getLanguage()))
						.orElse(null))
			.addObject("interrupted", interrupted)
			.addObject("moving", batch.state().isMoving() && !interrupted)
			.addObject("undoable", this.management.mayUndo(batch));
	}

	@PostMapping("/{id}/run")
	String run(@PathVariable String id, Actor actor) {
		this.management.start(this.batches.get(id), actor);
		return "redirect:/services/many/" + id;
	}

	@PostMapping("/{id}/undo")
	String undo(@PathVariable String id, Actor actor) {
		this.management.undo(this.batches.get(id), actor);
		return "redirect:/services/many/" + id;
	}

	@DeleteMapping("/{id}")
	String discard(@PathVariable String id, RedirectAttributes redirect) {
		SubscriptionBatch batch = this.batches.get(id);
		this.management.discard(batch);
		Flash.done(redirect, "batch.discarded");
		return "redirect:/services/" + batch.service();
	}

	/** The names in the file, where it is by one that people are chosen. */
	private List<String> names(BatchForm form, BindingResult errors) throws IOException {
		boolean file = form.file() != null && !form.file().isEmpty();
		if (form.isChosen()) {
			if (form.all() && !this.search.canAsk(form.parsed())) {
				errors.rejectValue("query", "batch.fault.query");
			}
			return List.of();
		}
		if (!file) {
			NamedPeople.Group group = group(form).orElse(null);
			if (group == null) {
				errors.rejectValue("audience", "batch.fault.nobody");
			}
			else if (!this.search.canAsk(group.query())) {
				errors.rejectValue("audience", "batch.fault.query");
			}
			return List.of();
		}
		try {
			return ProfileNamesFile.of(form.file().getInputStream());
		}
		catch (ProfileNamesFile.Unreadable ex) {
			errors.rejectValue("file", String.valueOf(ex.getMessage()));
			return List.of();
		}
	}

	private Optional<NamedPeople.Group> group(BatchForm form) {
		return this.groups.stream()
			.flatMap((named) -> named.list().stream())
			.filter((group) -> group.key().equals(form.audience()))
			.findFirst();
	}

	private ModelAndView page(BatchForm form, HttpStatus status) {
		Map<String, String> offered = new LinkedHashMap<>();
		this.services.findAllByOrderByName()
			.stream()
			.filter((service) -> !service.isArchived())
			.forEach((service) -> offered.put(service.slug(), service.name()));
		Map<String, String> audiences = new LinkedHashMap<>();
		this.groups.stream()
			.flatMap((named) -> named.list().stream())
			.forEach((group) -> audiences.put(group.key(), group.name()));
		Map<String, String> frequencies = new LinkedHashMap<>();
		String language = LocaleContextHolder.getLocale().getLanguage();
		Service service = this.services.findBySlug(form.service()).orElse(null);
		if (service != null) {
			service.words()
				.frequencies()
				.forEach((frequency) -> frequencies.put(frequency.key(), frequency.in(language)));
		}
		return new ModelAndView("service/batch/new", status).addObject("form", form)
			.addObject("service", service)
			.addObject("services", offered)
			.addObject("audiences", audiences)
			.addObject("frequencies", frequencies)
			.addObject("kinds", Evidence.KINDS);
	}

}
