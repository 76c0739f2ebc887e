package dev.sayso.exchange.imports;

import java.util.List;
import java.util.Map;

import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.person.Attribute;

/**
 * What all rows of a file share.
 *
 * @param attributes the declared attributes by name
 */
record ImportContext(Import run, List<String> header, List<ColumnTarget> targets, Map<String, Attribute> attributes) {

	ImportPlan plan() {
		return this.run.plan();
	}

}
