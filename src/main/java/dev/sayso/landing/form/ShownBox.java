package dev.sayso.landing.form;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A box of a form as evidence keeps it.
 *
 * @param name that of its field
 * @param meaning the key of what a tick says
 * @param shown whether it was ticked when the page was opened
 * @param ticked whether it was when the form was sent
 */
public record ShownBox(String name, String label, String help, String meaning, boolean shown, boolean ticked) {

	/** What is kept, in that order; more may be put to it. */
	public Map<String, Object> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("label", this.label);
		fields.put("help", this.help);
		fields.put("meaning", this.meaning);
		fields.put("shown", this.shown);
		fields.put("ticked", this.ticked);
		return fields;
	}

}
