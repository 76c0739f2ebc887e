package dev.sayso.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/settings/channels")
class ChannelSettingsController {

	private final ConsentSettings settings;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final ChannelMoves moves;

	private final JdbcClient jdbc;

	ChannelSettingsController(ConsentSettings settings, Audit audit, TransactionTemplate transaction,
			ChannelMoves moves, JdbcClient jdbc) {
		this.settings = settings;
		this.audit = audit;
		this.transaction = transaction;
		this.moves = moves;
		this.jdbc = jdbc;
	}

	@GetMapping
	String show(Model model) {
		put(ChannelSettingsForm.of(this.settings), model);
		return "consent/channels";
	}

	/**
	 * Saves channels and defaults. Where a default changes or somebody is moved, it is
	 * first told whom, and saved once the same comes back with that.
	 */
	@PutMapping
	ModelAndView save(@RequestParam MultiValueMap<String, String> posted, Actor actor, Model model,
			RedirectAttributes redirect) throws ServletRequestBindingException {
		if (!ChannelSettingsForm.isOffered(posted)) {
			throw new ServletRequestBindingException("a default that is not offered");
		}
		ChannelSettingsForm before = ChannelSettingsForm.of(this.settings);
		ChannelSettingsForm form = before.with(posted);
		if (form.channels().isEmpty()) {
			put(form, model);
			return new ModelAndView("consent/channels", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		if (!form.told(before).equals(posted.getFirst("told"))) {
			List<ChannelMoves.Move> moves = this.moves.between(before, form);
			if (form.changesDefault(before) || !moves.stream().allMatch(ChannelMoves.Move::isNobody)) {
				put(form, model);
				model.addAttribute("moves", moves);
				model.addAttribute("told", form.told(before));
				return new ModelAndView("consent/channels", model.asMap());
			}
		}
		boolean changed = Boolean.TRUE.equals(this.transaction.execute((status) -> change(form, actor)));
		Flash.done(redirect, changed ? "channels.saved" : "channels.same");
		return new ModelAndView("redirect:/settings/channels");
	}

	private void put(ChannelSettingsForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("channels", Channel.values());
		model.addAttribute("choices", ChannelSettingsForm.OFFERED);
		model.addAttribute("affected", silent());
		model.addAttribute("began", this.settings.model().map(ConsentModel::key).orElse("none"));
	}

	/**
	 * Changes what differs.
	 * @return whether anything did
	 */
	private boolean change(ChannelSettingsForm form, Actor by) {
		ChannelSettingsForm before = ChannelSettingsForm.of(this.settings);
		List<FieldChange> changes = FieldChange.between(before.fields(), form.fields());
		if (changes.isEmpty()) {
			return false;
		}
		if (!before.channels().equals(form.channels())) {
			this.settings.use(form.channels());
		}
		form.defaults().forEach((purpose, choice) -> {
			if (choice != before.defaults().get(purpose)) {
				this.settings.setDefault(purpose, choice);
			}
		});
		this.audit.write(by, "edited", new AuditSubject("settings", "channels", "channels"), changes);
		return true;
	}

	/**
	 * About how many people the default of each purpose decides: those who have no say of
	 * it, nor of any channel where it is one.
	 */
	private Map<Purpose, Long> silent() {
		long people = this.jdbc.sql("select count(*) from profile").query(Long.class).single();
		Map<Purpose, Long> counts = new LinkedHashMap<>();
		for (Purpose purpose : Purpose.values()) {
			counts.put(purpose, people - said(purpose));
		}
		return counts;
	}

	private long said(Purpose purpose) {
		return this.jdbc.sql("""
				select count(distinct profile_id) from consent
				where purpose in (:purpose, :any) and choice <> :nothing""")
			.param("purpose", purpose.key())
			.param("any", (purpose.isMarketing() ? Purpose.MARKETING_ANY : purpose).key())
			.param("nothing", Choice.UNKNOWN.value())
			.query(Long.class)
			.single();
	}

}
