// A form file, and the pages of whatever form it turns out to be.

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "tests/core/forms/sample_data.h"
#include "tests/fuzz/target.h"

using namespace baolei;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FieldCatalogue fields = fieldCatalogue().value();
    static const Fonts fonts;
    static const FormData data = sampleMeeting(2);
    const auto form = readForm(bytesOf(bytes, size), QStringLiteral("p10.form.xml"), fields);
    if (!form) {
        requireWords(form.error());
        return 0;
    }
    const auto pages = layOut(*form, data, fonts);
    if (!pages) requireWords(pages.error());
    return 0;
}
