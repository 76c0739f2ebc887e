package dev.sayso.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
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

import dev.sayso.condition.Period;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.mail.MailSetup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;
import dev.sayso.shared.page.PageFrame;

/**
 * Lists services, and creates, edits, archives and deletes them.
 */
@ConsolePage
@RequestMapping("/services")
class ServicesController {

	private final Services services;

	private final Subscribers subscribers;

	private final ServiceManagement management;

	private final ConsentSettings settings;

	private final MailSetup mails;

	ServicesController(Services services, Subscribers subscribers, ServiceManagement management,
			ConsentSettings settings, MailSetup mails) {
		this.mails = mails;
		this.services = services;
		this.subscribers = subscribers;
		this.management = management;
		this.settings = settings;
	}

	/**
	 * A service in the list.
	 *
	 * @param subscribed how many people are
	 */
	record Row(Service service, long subscribed) {

	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		List<ListFilter> filters = List.of(
				ListFilter.of("state", "service.state", "service.state.", ServiceState.OPEN.key(),
						ServiceState.CLOSED.key()),
				ListFilter.of("channel", "service.channel", "channel.",
						Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new)),
				ListFilter.ARCHIVED);
		ListQuery query = new ListQuery("/services", filters, List.of("name"), parameters);
		List<Service> all = this.services.findAllByOrderByName();
		List<Service> matching = all.stream()
			.filter((service) -> service.isArchived() == query.archived() && query.finds(service)
					&& query.lets("state", service.state().key()) && query.lets("channel", service.channel().key()))
			.toList();
		Map<String, Long> subscribed = this.subscribers.subscribed();
		return new ModelAndView("service/list").addObject("list",
				query.page(matching, all.size())
					.map((shown) -> shown.stream()
						.map((service) -> new Row(service, subscribed.getOrDefault(service.slug(), 0L)))
						.toList()));
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(ServiceForm.NEW, null, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid ServiceForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.checkNew(errors);
		checkMail(form, null, errors);
		if (!errors.hasErrors()) {
			try {
				Service created = this.management.create(form.slug(), form.by(), form.content(), actor);
				Flash.done(redirect, "service.created", created.name());
				return new ModelAndView("redirect:/services/" + created.slug());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "service.fault.slug.taken");
			}
		}
		return page(form, null, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Nobody promises a mail that cannot be sent. */
	private void checkMail(ServiceForm form, @Nullable Service before, BindingResult errors) {
		if (form.confirms() && (before == null || !before.isConfirmed()) && !this.mails.canSend()) {
			errors.rejectValue("confirmation", "service.fault.mail");
		}
	}

	@GetMapping("/{id}/edit")
	ModelAndView edit(@PathVariable String id) {
		Service service = this.services.get(id);
		return page(ServiceForm.of(service), service, HttpStatus.OK);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid ServiceForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Service service = this.services.get(id);
		form.check(errors);
		checkMail(form, service, errors);
		if (errors.hasErrors()) {
			return page(form, service, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Service saved = this.management.edit(service.id(), form.version(), form.content(), actor);
			Flash.done(redirect, "service.saved", saved.name());
			return new ModelAndView("redirect:/services/" + saved.slug());
		}
		catch (StaleEditException ex) {
			Service theirs = this.services.get(id);
			return page(form, theirs, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	@PutMapping("/{id}/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, true, actor, redirect);
	}

	@DeleteMapping("/{id}/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		return archive(id, false, actor, redirect);
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Service service = this.services.get(id);
		try {
			this.management.delete(service, actor);
			Flash.done(redirect, "service.deleted", service.name());
			return "redirect:/services";
		}
		catch (ServiceManagement.InUseException ex) {
			refuse(ex, "delete", service, redirect);
			return "redirect:/services/" + service.slug();
		}
	}

	private String archive(String id, boolean away, Actor actor, RedirectAttributes redirect) {
		Service service = this.services.get(id);
		try {
			this.management.archive(service, away, actor);
			Flash.done(redirect, away ? "service.archived.done" : "service.restored.done", service.name());
		}
		catch (ServiceManagement.InUseException ex) {
			refuse(ex, "archive", service, redirect);
		}
		return "redirect:/services/" + service.slug();
	}

	/** Says what keeps a service; the page names all of it. */
	private static void refuse(ServiceManagement.InUseException ex, String act, Service service,
			RedirectAttributes redirect) {
		if (ex.uses().isEmpty()) {
			Flash.error(redirect, "service.fault." + act + ".people", service.name(), ex.people());
		}
		else {
			Flash.error(redirect, "service.fault." + act + ".used", service.name(), ex.uses().size(),
					String.join(", ", ex.uses().stream().map(ServiceUsage.Use::name).distinct().limit(3).toList()));
		}
	}

	private ModelAndView page(ServiceForm form, @Nullable Service service, HttpStatus status) {
		List<Channel> channels = new ArrayList<>(this.settings.channelsInUse());
		Optional.ofNullable(service)
			.map(Service::channel)
			.filter((channel) -> !channels.contains(channel))
			.ifPresent(channels::add);
		return new ModelAndView("service/edit", status).addObject("form", form)
			.addObject("service", service)
			.addObject("channels", channels)
			.addObject("languages", PageFrame.LANGUAGES)
			.addObject("kinds", Arrays.stream(ServiceValidity.Kind.values()).map(ServiceValidity.Kind::key).toList())
			.addObject("units", Arrays.stream(Period.Unit.values()).map(Period.Unit::key).toList());
	}

}
