package dev.sayso.shared.page;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.thymeleaf.spring6.util.DetailedError;

/**
 * Puts what is wrong with a form in the order of its fields: Bean Validation finds it in
 * none.
 */
public final class FieldOrder {

	private FieldOrder() {
	}

	/**
	 * @param form a record, whose components are in the order of the page
	 */
	public static List<DetailedError> sort(List<DetailedError> errors, Object form) {
		List<String> fields = Arrays.stream(form.getClass().getRecordComponents())
			.map(RecordComponent::getName)
			.toList();
		return errors.stream()
			.sorted(Comparator
				.comparingInt((error) -> fields.indexOf(error.getFieldName().replaceFirst("[.\\[].*", ""))))
			.toList();
	}

}
