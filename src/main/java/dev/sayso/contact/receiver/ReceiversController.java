package dev.sayso.contact.receiver;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.account.token.ApiScope;
import dev.sayso.account.token.ApiToken;
import dev.sayso.account.token.ApiTokens;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Lists receivers, and sets them up.
 */
@ConsolePage
class ReceiversController {

	private final ReceiversPage page;

	private final Receivers receivers;

	private final ReceiverManagement management;

	private final OutboundHosts hosts;

	private final ApiTokens tokens;

	private final ConsentSettings settings;

	ReceiversController(ReceiversPage page, Receivers receivers, ReceiverManagement management, OutboundHosts hosts,
			ApiTokens tokens, ConsentSettings settings) {
		this.page = page;
		this.receivers = receivers;
		this.management = management;
		this.hosts = hosts;
		this.tokens = tokens;
		this.settings = settings;
	}

	@GetMapping("/receivers")
	ModelAndView list() {
		return this.page.list();
	}

	/** The list as a file, for whoever reports how noes are obeyed. */
	@GetMapping("/receivers.csv")
	void file(HttpServletResponse response) throws IOException {
		this.page.write(response);
	}

	@GetMapping("/receivers/new")
	ModelAndView draft() {
		return form(ReceiverForm.NEW, null, HttpStatus.OK);
	}

	/** With the secret, which is shown this once. */
	@PostMapping("/receivers")
	ModelAndView create(@ModelAttribute("form") @Valid ReceiverForm form, BindingResult errors, Actor actor,
			HttpServletResponse response, RedirectAttributes to) {
		form.check(errors, this.hosts, pulling().stream().map(ApiToken::id).toList());
		if (this.receivers.existsByNameIgnoreCase(form.name())) {
			errors.rejectValue("name", "receiver.fault.taken");
		}
		if (this.receivers.count() >= TellReceivers.MOST) {
			errors.reject("receiver.fault.many", new Object[] { TellReceivers.MOST }, "");
		}
		if (errors.hasErrors()) {
			return form(form, null, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		ReceiverManagement.Created created = this.management.create(form.content(), actor);
		if (created.secret() != null) {
			return secret(created.receiver(), created.secret(), response);
		}
		Flash.done(to, "receiver.created", created.receiver().name());
		return new ModelAndView("redirect:/receivers/" + created.receiver().id());
	}

	@GetMapping("/receivers/{id}/edit")
	ModelAndView edit(@PathVariable String id) {
		Receiver receiver = this.receivers.get(id);
		return form(ReceiverForm.of(receiver), receiver, HttpStatus.OK);
	}

	@PutMapping("/receivers/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid ReceiverForm form, BindingResult errors,
			Actor actor, RedirectAttributes to) {
		Receiver receiver = this.receivers.get(this.receivers.get(id).id(), form.version());
		form.check(errors, this.hosts, pulling().stream().map(ApiToken::id).toList());
		if (!form.name().equalsIgnoreCase(receiver.name()) && this.receivers.existsByNameIgnoreCase(form.name())) {
			errors.rejectValue("name", "receiver.fault.taken");
		}
		if (errors.hasErrors()) {
			return form(form, receiver, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		this.management.edit(receiver, form.content(), actor);
		Flash.done(to, "saved", form.name());
		return new ModelAndView("redirect:/receivers/" + id);
	}

	@PostMapping("/receivers/{id}/secrets")
	ModelAndView rotate(@PathVariable String id, Actor actor, HttpServletResponse response) {
		Receiver receiver = this.receivers.get(id);
		if (!receiver.isWebhook()) {
			return new ModelAndView("redirect:/receivers/" + id);
		}
		return secret(receiver, this.management.rotate(receiver, actor), response);
	}

	private static ModelAndView secret(Receiver receiver, String secret, HttpServletResponse response) {
		response.setHeader("Cache-Control", "no-store");
		return new ModelAndView("contact/receiver/secret", HttpStatus.CREATED).addObject("receiver", receiver)
			.addObject("secret", secret);
	}

	private ModelAndView form(ReceiverForm form, @Nullable Receiver receiver, HttpStatus status) {
		List<ApiToken> pulling = pulling();
		return new ModelAndView("contact/receiver/edit", status).addObject("form", form)
			.addObject("receiver", receiver)
			.addObject("kinds", ReceiverForm.KINDS)
			.addObject("units", ReceiverForm.UNITS)
			.addObject("countries", BusinessDays.names(LocaleContextHolder.getLocale()))
			.addObject("channels", this.settings.channelsInUse())
			.addObject("tokens", pulling);
	}

	private List<ApiToken> pulling() {
		return this.tokens.findAllByOrderByCreatedAtDesc()
			.stream()
			.filter((token) -> token.revokedAt() == null && token.scopeSet().contains(ApiScope.RECEIVERS))
			.toList();
	}

}
