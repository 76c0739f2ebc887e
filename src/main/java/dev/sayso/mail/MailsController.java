package dev.sayso.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

import static java.util.Objects.requireNonNull;

/**
 * What waits for the mail server, what failed there and why, and what was sent lately.
 */
@ConsolePage
@RequestMapping("/mails")
class MailsController {

	private static final int MOST = 100;

	private static final List<MailState> WAITING = List.of(MailState.WAITING, MailState.SENDING, MailState.OFFERED);

	private static final List<MailState> STUCK = List.of(MailState.FAILED, MailState.UNSURE);

	private static final List<MailState> DONE = List.of(MailState.SENT, MailState.KEPT);

	private static final List<MailState> TRIABLE = List.of(MailState.WAITING, MailState.FAILED, MailState.UNSURE);

	private final Outbox outbox;

	private final MailSetup setup;

	private final DeliverMails delivery;

	private final TransactionTemplate transaction;

	MailsController(Outbox outbox, MailSetup setup, DeliverMails delivery, TransactionTemplate transaction) {
		this.outbox = outbox;
		this.setup = setup;
		this.delivery = delivery;
		this.transaction = transaction;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("form", new MailTestForm(""));
		return page(model);
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("mail", MailRowView.of(find(id)));
		return "mail/show";
	}

	/** It is handed over while the administrator waits, who is told what came of it. */
	@PostMapping("/test")
	String test(@ModelAttribute("form") @Valid MailTestForm form, BindingResult errors, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes to) {
		if (errors.hasErrors() || !this.setup.canSend()) {
			response.setStatus(422);
			return page(model);
		}
		UUID id = requireNonNull(this.transaction.execute((status) -> this.outbox
			.put(new MailRequest(TestMail.KEY, form.address(), null, locale.toLanguageTag(), ""))));
		return tried(id, to);
	}

	@PostMapping("/{id}/attempts")
	String retry(@PathVariable String id, RedirectAttributes to) {
		Mail mail = find(id);
		this.outbox.retry(TRIABLE, mail.id());
		return tried(mail.id(), to);
	}

	/** What may have arrived is looked at one by one. */
	@PostMapping("/attempts")
	String retryAll(RedirectAttributes to) {
		int many = this.outbox.retry(List.of(MailState.WAITING, MailState.FAILED), null);
		this.delivery.wake();
		Flash.done(to, "mail.tried.all", many);
		return "redirect:/mails";
	}

	private String tried(UUID id, RedirectAttributes to) {
		this.delivery.wake();
		if (this.setup.canSend()) {
			this.delivery.deliver(id);
		}
		MailState state = this.outbox.find(id).map(Mail::state).orElse(MailState.SENT);
		switch (state) {
			case SENT, KEPT -> Flash.done(to, "mail.tried." + state.key());
			// what waits is handed over by itself, too, and may be at this moment
			case SENDING, OFFERED -> Flash.done(to, "mail.tried.now");
			case WAITING, FAILED, UNSURE -> Flash.warn(to, "mail.tried.not");
		}
		return "redirect:/mails/" + id;
	}

	private Mail find(String id) {
		return Ids.parse(id).flatMap(this.outbox::find).orElseThrow(() -> new NotFoundException("mail " + id));
	}

	private String page(Model model) {
		Map<MailState, Integer> counts = this.outbox.counts();
		model.addAttribute("missing", this.setup.fault().orElse(null));
		model.addAttribute("keeps", this.setup.keeps());
		model.addAttribute("server", this.setup.properties().host() + ":" + this.setup.properties().port());
		model.addAttribute("from", this.setup.sender());
		model.addAttribute("waiting", rows(WAITING));
		model.addAttribute("stuck", rows(STUCK));
		model.addAttribute("done", rows(DONE));
		model.addAttribute("waits", count(counts, WAITING));
		model.addAttribute("stands", count(counts, STUCK));
		return "mail/list";
	}

	private List<MailRowView> rows(List<MailState> states) {
		return this.outbox.latest(states, MOST).stream().map(MailRowView::of).toList();
	}

	private static int count(Map<MailState, Integer> counts, List<MailState> states) {
		return states.stream().mapToInt((state) -> counts.getOrDefault(state, 0)).sum();
	}

}
